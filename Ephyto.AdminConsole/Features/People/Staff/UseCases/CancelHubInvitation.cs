using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <summary>Takes an invitation back before it is accepted.</summary>
internal sealed class CancelHubInvitation(HubUserAct users)
{
    public Task<Result<HubUserStatus>> HandleAsync(SeenHubUser seen, Actor actor, CancellationToken ct) =>
        users.ActAsync(seen, actor, onOneself: false, (user, now) => user.CancelInvitation(actor.Id, now), ct);
}
