using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <summary>Takes the role in the hub from a person for good.</summary>
internal sealed class RemoveHubUser(HubUserAct users)
{
    public Task<Result<HubUserStatus>> HandleAsync(SeenHubUser seen, Actor actor, CancellationToken ct) =>
        users.ActAsync(seen, actor, onOneself: false, (user, now) => user.Remove(actor.Id, now), ct);
}
