using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="LastDay">In UTC; null for a role without an end.</param>
internal sealed record ChangeRoleRequest(SeenMember Member, NppoRole Role, DateOnly? LastDay);

/// <summary>Gives a colleague another role, or the role an end.</summary>
internal sealed class ChangeRole(AccessAct access)
{
    public Task<Result<MemberStatus>> HandleAsync(ChangeRoleRequest request, Actor actor, CancellationToken ct) => access.ActAsync(
        request.Member, actor, (member, others, now) => member.ChangeRole(request.Role, request.LastDay, actor.Id, others, now), ct);
}
