using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations.UseCases;

/// <summary>Somebody who has an account, and has proved it, takes on the role in the hub.</summary>
internal sealed class AcceptHubInvitation(AccountMaker accounts, LinkUse links, TimeProvider time)
{
    public Task<Result<Guid>> HandleAsync(Guid linkId, Actor actor, CancellationToken ct) =>
        links.ConsumeAsync<Guid>(linkId, LinkPurpose.ActivateHubUser, async (db, link) =>
        {
            var user = await db.Set<HubUser>().SingleAsync(u => u.Id == link.SubjectId, ct);
            var normalized = accounts.Normalize(user.Email);
            if (actor.Kind != ActorKind.User
                || await db.Users.SingleOrDefaultAsync(u => u.Id == actor.Id && u.NormalizedEmail == normalized, ct) is not { } account)
                return AccessErrors.NotAllowed;

            if (user.Accept(account.Id, account.DisplayName, time.GetUtcNow().UtcDateTime).Error is { } refusal) return refusal;
            return await db.TrySaveAsync(ct) is { } changed ? changed : user.Id;
        }, ct);
}
