using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations.UseCases;

/// <param name="LinkId">The link that was opened.</param>
/// <param name="Person">As typed; title and telephone are the member's.</param>
internal sealed record AcceptInvitationRequest(Guid LinkId, PersonDetails Person);

/// <summary>Somebody who has an account, and is signed in with it, joins another organisation.</summary>
internal sealed class AcceptInvitation(AccountMaker accounts, LinkUse links, TimeProvider time)
{
    public Task<Result<Guid>> HandleAsync(AcceptInvitationRequest request, Actor actor, CancellationToken ct) =>
        links.ConsumeAsync<Guid>(request.LinkId, LinkPurpose.ActivateAccount, async (db, link) =>
        {
            var member = await db.Set<Member>().SingleAsync(m => m.Id == link.SubjectId, ct);
            var normalized = accounts.Normalize(member.Email);
            if (actor.Kind != ActorKind.User || !await db.Users.AnyAsync(u => u.Id == actor.Id && u.NormalizedEmail == normalized, ct))
                return AccessErrors.NotAllowed;

            if (await db.IsClosedAsync(member.NppoId, ct)) return MemberErrors.OrganizationClosed;
            if (member.Activate(actor.Id, request.Person, time.GetUtcNow().UtcDateTime).Error is { } refusal) return refusal;
            return await db.TrySaveAsync(ct) is { } changed ? changed : member.Id;
        }, ct);
}
