using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;

/// <summary>
/// What every act of a contact point shares: the link is used up with the decision, or neither happens. A question decides nothing:
/// after it the link opens the decision as before, until the answer brings a newer one.
/// </summary>
internal sealed class ContactPointDecision(LinkUse links)
{
    public Task<Result<RegistrationStatus>> DecideAsync(Guid linkId, Func<Registration, ContactPoint, Result> decide,
        CancellationToken ct) =>
        links.ConsumeAsync<RegistrationStatus>(linkId, LinkPurpose.ContactPointDecision, async (db, link) =>
        {
            var registration = await db.FindRegistrationAsync(link.SubjectId, ct);
            var contact = await db.Set<ContactPoint>().SingleOrDefaultAsync(c => c.Id == link.HolderId, ct);
            if (registration is null || contact is null) return AccessErrors.NotFound;

            if (decide(registration, contact).Error is { } refusal) return refusal;
            if (await db.TrySaveAsync(ct) is { } lost) return lost;
            if (registration.ContactPointMayDecide)
                await db.Set<AccessLink>().Where(l => l.Id == linkId)
                    .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, (DateTime?)null), ct);
            return registration.Status;
        }, ct);
}
