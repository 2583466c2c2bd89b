using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <param name="User">To whom.</param>
/// <param name="Role">From now on.</param>
/// <param name="LastDay">The last day, UTC, on which the role is held; null for no end.</param>
internal sealed record AssignHubRoleRequest(SeenHubUser User, HubRole Role, DateOnly? LastDay);

/// <summary>Gives another role to a person of the hub, or another end to it.</summary>
internal sealed class AssignHubRole(HubUserAct users)
{
    public Task<Result<HubUserStatus>> HandleAsync(AssignHubRoleRequest request, Actor actor, CancellationToken ct) =>
        users.ActAsync(request.User, actor, onOneself: false, (user, now) =>
            request.LastDay < DateOnly.FromDateTime(now) || request.LastDay == DateOnly.MaxValue ? HubUserErrors.EndInThePast
            : user.Assign(request.Role, request.LastDay?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), actor.Id, now), ct);
}
