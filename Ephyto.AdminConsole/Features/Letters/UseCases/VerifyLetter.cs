using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Letter">As it was issued, and whether it was withdrawn since.</param>
/// <param name="State">Of the organization today.</param>
/// <param name="StateSince">UTC.</param>
public sealed record VerifiedLetter(ParticipationLetter Letter, NppoStatus State, DateTime StateSince)
{
    public bool IsMemberToday => State is not (NppoStatus.Suspended or NppoStatus.Closed);

    public bool Holds => Letter.Status == LetterStatus.Issued;
}

/// <summary>What anybody may know of a letter that they hold: only its whole code opens it.</summary>
internal sealed class VerifyLetter(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <returns>Null where no letter has this code.</returns>
    public async Task<VerifiedLetter?> HandleAsync(string? code, CancellationToken ct)
    {
        if (VerificationCode.Read(code) is not { Length: VerificationCode.Length } read) return null;

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<ParticipationLetter>().AsNoTracking().SingleOrDefaultAsync(letter => letter.Code == read, ct) is not { } found)
            return null;
        var nppo = await db.NppoOfAsync(found.NppoId, ct);
        return new(found, nppo.Status, nppo.StatusSince);
    }
}
