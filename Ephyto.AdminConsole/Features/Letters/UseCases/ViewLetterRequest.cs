using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Latest">What the contact point asked for last, if anything.</param>
/// <param name="IsWithSecretariat">Whether a request of the organization is open, whoever asked.</param>
/// <param name="MayAsk">Whether the link still opens the form.</param>
internal sealed record LetterRequestView(Nppo Nppo, ParticipationLetter? Latest, bool IsWithSecretariat, bool MayAsk);

/// <summary>What the contact point sees by the link, also after it was used: what became of the request.</summary>
internal sealed class ViewLetterRequest(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<LetterRequestView>> HandleAsync(Guid linkId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, link) = (time.GetUtcNow().UtcDateTime,
            await db.Set<AccessLink>().AsNoTracking()
                .SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == LinkPurpose.LetterRequest, ct));
        if (!await db.IsHolderAsync(link, now, ct)) return LinkErrors.NotUsable;

        var nppo = await db.NppoOfAsync(link!.SubjectId, ct);
        var own = db.Set<ParticipationLetter>().AsNoTracking().Where(letter => letter.NppoId == nppo.Id);
        var latest = await own.Where(letter => letter.AskedById == link.HolderId).OrderByDescending(letter => letter.RequestedAt)
            .FirstOrDefaultAsync(ct);
        return new LetterRequestView(nppo, latest, await own.AnyAsync(letter => letter.OpenNppoId != null, ct),
            link.StateAt(now) == LinkState.Open);
    }
}
