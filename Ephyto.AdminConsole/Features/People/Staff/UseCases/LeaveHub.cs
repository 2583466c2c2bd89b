using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <summary>A person gives their own role in the hub back.</summary>
internal sealed class LeaveHub(HubUserAct users)
{
    public Task<Result<HubUserStatus>> HandleAsync(SeenHubUser seen, Actor actor, CancellationToken ct) =>
        users.ActAsync(seen, actor, onOneself: true, (user, now) => user.Leave(actor.Id, now), ct);
}
