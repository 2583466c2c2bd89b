using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Own.UseCases;

/// <param name="SeenContactId">Who held the place when the actor looked; null: nobody.</param>
internal sealed record OfferTechnicalContactRequest(Guid NppoId, Guid MemberId, Guid? SeenContactId);

/// <summary>Asks another active member to be the technical contact. The place passes when they accept.</summary>
internal sealed class OfferTechnicalContact(ContactAct contacts, EmailLimits limits)
{
    public async Task<Result<Guid>> HandleAsync(OfferTechnicalContactRequest request, Actor actor, CancellationToken ct)
    {
        // Before the organization is locked: the limit is kept by a connection of its own.
        if (!await limits.AllowAsync(EmailCause.ContactOffer, $"{request.MemberId}/{actor.Id}", actor.Id.ToString(), ct))
            return EmailErrors.TooMany;
        return await contacts.ActAsync(request.NppoId, actor, async (db, situation) =>
        {
            if (!situation.MayDirect) return AccessErrors.NotAllowed;
            if (situation.Nppo.TechnicalContactId != request.SeenContactId) return AccessErrors.ChangedMeanwhile;
            var active = await db.Set<Member>().AnyAsync(
                m => m.Id == request.MemberId && m.NppoId == request.NppoId && m.Status == MemberStatus.Active
                    && m.Id != situation.Self.Id, ct);
            return active
                ? situation.Nppo.OfferTechnicalContact(request.MemberId, actor.Id, situation.Now) : TechnicalContactErrors.NotActive;
        }, ct);
    }
}
