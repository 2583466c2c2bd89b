using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <summary>The PDF of a letter.</summary>
internal sealed record LetterDownload(string Name, byte[] Bytes)
{
    public const string ContentType = "application/pdf";

    public static string NameOf(ParticipationLetter letter) => $"{letter.Number}-{letter.CountryCode}.pdf";
}

/// <param name="NppoId">Whose letter.</param>
internal sealed record FetchLetterRequest(Guid NppoId, Guid LetterId);

/// <summary>The file, for the people of the organization and of the hub: the same bytes at every download.</summary>
internal sealed class FetchLetter(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<LetterDownload>> HandleAsync(FetchLetterRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, request.NppoId, ct) is { } refusal) return refusal;
        if (await db.FindLetterAsync(request.LetterId, ct) is not { WasIssued: true } letter || letter.NppoId != request.NppoId)
            return AccessErrors.NotFound;

        return await db.FileAsync(letter.Id, ct) is { } bytes
            ? new LetterDownload(LetterDownload.NameOf(letter), bytes) : AccessErrors.NotFound;
    }
}
