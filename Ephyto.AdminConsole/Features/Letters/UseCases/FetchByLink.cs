using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Organization">Its name.</param>
/// <param name="Download">The file.</param>
internal sealed record LetterByLink(ParticipationLetter Letter, string Organization, LetterDownload Download);

/// <summary>The letter, for the contact point that asked for it: as often as wanted while the link lasts.</summary>
internal sealed class FetchByLink(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<LetterByLink>> HandleAsync(Guid linkId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, link) = (time.GetUtcNow().UtcDateTime,
            await db.Set<AccessLink>().AsNoTracking()
                .SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == LinkPurpose.LetterDownload, ct));
        if (!await db.IsHolderAsync(link, now, ct)) return LinkErrors.NotUsable;
        if (await db.FindLetterAsync(link!.SubjectId, ct) is not { WasIssued: true } letter
            || await db.FileAsync(letter.Id, ct) is not { } bytes) return AccessErrors.NotFound;

        return new LetterByLink(letter, (await db.NppoOfAsync(letter.NppoId, ct)).Organization.Name,
            new(LetterDownload.NameOf(letter), bytes));
    }
}
