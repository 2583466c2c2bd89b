using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <summary>
/// What every act of a contact point shares: the link is used up with it, or neither happens; of two at the same instant one counts.
/// </summary>
internal sealed class ServingDecision(LinkUse links)
{
    public Task<Result<ServingState>> DecideAsync(
        Guid linkId, Func<ConsoleDbContext, ServedCountry, ContactPoint, Task<Result>> decide, CancellationToken ct) =>
        links.ConsumeAsync<ServingState>(linkId, LinkPurpose.ServedCountry, async (db, link) =>
        {
            // The directory has another contact now: a link of the former one opens nothing.
            if (await db.Set<ServedCountry>().SingleOrDefaultAsync(one => one.Id == link.SubjectId, ct) is not { } serving
                || await db.CurrentContactAsync(serving.CountryCode, ct) is not { } contact || contact.Id != link.HolderId)
                return LinkErrors.NotUsable;

            serving.Concerns(await db.NppoOfCountryAsync(serving.CountryCode, ct));
            // The hub does not set it live by a way of its own between the look and the save.
            if (serving.ServedNppoId is { } served) await db.HoldNppoAsync(served, ct);
            if ((await decide(db, serving, contact)).Error is { } refusal) return refusal;
            if (await db.TrySaveAsync(ct) is { } lost) return lost;
            return serving.State;
        }, ct);
}
