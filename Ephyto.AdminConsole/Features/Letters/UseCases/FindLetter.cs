using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Number">As typed from the letter; may be empty.</param>
/// <param name="Code">As typed: the whole code, or with the number its beginning.</param>
/// <param name="Sha256">Of a file that was given, or null.</param>
internal sealed record FindLetterRequest(string? Number, string? Code, string? Sha256);

/// <summary>
/// Finds the code of a letter by what only its holder has: the file, the whole code, or the number with the beginning of the
/// code. A number alone finds nothing, so that nobody walks through them.
/// </summary>
internal sealed class FindLetter(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <returns>Null where there is no such letter.</returns>
    public async Task<string?> HandleAsync(FindLetterRequest request, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var letters = db.Set<ParticipationLetter>().AsNoTracking().Where(letter => letter.Code != null);
        if (request.Sha256 is { } hash)
            return await letters.Where(letter => letter.Sha256 == hash).Select(letter => letter.Code).FirstOrDefaultAsync(ct);
        if (VerificationCode.Read(request.Code) is not { } code) return null;
        if (code.Length == VerificationCode.Length)
            return await letters.Where(letter => letter.Code == code).Select(letter => letter.Code).SingleOrDefaultAsync(ct);
        if (LetterNumber.TryParse(request.Number) is not { } number) return null;

        var numbered = await letters.Where(letter => letter.NumberYear == number.Year && letter.NumberOrdinal == number.Ordinal)
            .Select(letter => letter.Code).SingleOrDefaultAsync(ct);
        return numbered?.StartsWith(code, StringComparison.Ordinal) is true ? numbered : null;
    }
}
