using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <summary>The contact point takes the request back, by the link it was made with.</summary>
internal sealed class CancelByLink(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<LetterStatus>> HandleAsync(Guid linkId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, link) = (time.GetUtcNow().UtcDateTime,
            await db.Set<AccessLink>().AsNoTracking()
                .SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == LinkPurpose.LetterRequest, ct));
        if (!await db.IsHolderAsync(link, now, ct)) return LinkErrors.NotUsable;
        if (await db.Set<ParticipationLetter>().SingleOrDefaultAsync(l => l.OpenNppoId == link!.SubjectId, ct) is not { } letter)
            return AccessErrors.NotFound;

        if (letter.Cancel(Actor.ContactPoint(link!.HolderId), now).Error is { } impossible) return impossible;
        return await db.TrySaveAsync(ct) is null ? letter.Status : await LetterAct.WhyAsync(contexts, letter.Id, ct);
    }
}
