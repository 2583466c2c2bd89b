using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <summary>Takes the rights in the hub from a person for the time being.</summary>
internal sealed class SuspendHubUser(HubUserAct users)
{
    public Task<Result<HubUserStatus>> HandleAsync(SeenHubUser seen, Actor actor, CancellationToken ct) =>
        users.ActAsync(seen, actor, onOneself: false, (user, now) => user.Suspend(actor.Id, now), ct);
}
