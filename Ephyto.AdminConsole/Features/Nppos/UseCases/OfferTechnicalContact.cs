using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.UseCases;

internal sealed record OfferTechnicalContactRequest(Guid NppoId, Guid MemberId);

/// <summary>Asks another active member to be the technical contact. The place passes when they accept.</summary>
internal sealed class OfferTechnicalContact(ContactAct contacts)
{
    public Task<Result<Guid>> HandleAsync(OfferTechnicalContactRequest request, Actor actor, CancellationToken ct) =>
        contacts.ActAsync(request.NppoId, actor, async (db, situation) =>
        {
            if (!situation.MayDirect) return AccessErrors.NotAllowed;
            var active = await db.Set<Member>().AnyAsync(
                m => m.Id == request.MemberId && m.NppoId == request.NppoId && m.Status == MemberStatus.Active && m.Id != situation.Self.Id, ct);
            return active ? situation.Nppo.OfferTechnicalContact(request.MemberId, actor.Id, situation.Now) : TechnicalContactErrors.NotActive;
        }, ct);
}
