using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <summary>A suspended person has the role again.</summary>
internal sealed class ReactivateHubUser(HubUserAct users)
{
    public Task<Result<HubUserStatus>> HandleAsync(SeenHubUser seen, Actor actor, CancellationToken ct) =>
        users.ActAsync(seen, actor, onOneself: false, (user, now) => user.Reactivate(actor.Id, now), ct);
}
