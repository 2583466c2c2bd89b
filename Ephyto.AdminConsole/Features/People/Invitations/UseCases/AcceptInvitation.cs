using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations.UseCases;

/// <param name="LinkId">The link that was opened.</param>
/// <param name="Person">As typed; title and telephone are the member's. Who joins the hub keeps the name of the account.</param>
internal sealed record AcceptInvitationRequest(Guid LinkId, PersonDetails Person);

/// <summary>Somebody who has an account, and has proved it, joins another organization or takes on a role in the hub.</summary>
internal sealed class AcceptInvitation(ViewInvitation invitations, AccountMaker accounts, LinkUse links, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(AcceptInvitationRequest request, Actor actor, CancellationToken ct)
    {
        if (await invitations.HandleAsync(request.LinkId, ct) is not { IsSuccess: true, Value: var shown }) return LinkErrors.NotUsable;
        var invited = accounts.Normalize(shown.Invitation.Email);
        return await links.ConsumeAsync<Guid>(request.LinkId, shown.Purpose, async (db, link) =>
        {
            if (actor.Kind != ActorKind.User
                || await db.Users.SingleOrDefaultAsync(u => u.Id == actor.Id && u.NormalizedEmail == invited, ct) is not { } account)
                return AccessErrors.NotAllowed;

            var accepted = await InvitationKind.Of(link.Purpose)!.AcceptAsync(db, link.SubjectId, account, request.Person,
                time.GetUtcNow().UtcDateTime, ct);
            if (accepted.Error is { } refusal) return refusal;
            return await db.TrySaveAsync(ct) is { } changed ? changed : link.SubjectId;
        }, ct);
    }
}
