using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="LastDay">In UTC; null for a role without an end.</param>
internal sealed record ReactivateMemberRequest(SeenMember Member, NppoRole Role, DateOnly? LastDay);

/// <summary>Gives a suspended colleague a role again.</summary>
internal sealed class ReactivateMember(AccessAct access)
{
    public Task<Result<MemberStatus>> HandleAsync(ReactivateMemberRequest request, Actor actor, CancellationToken ct) => access.ActAsync(
        request.Member, actor, (member, _, now) => member.Reactivate(request.Role, request.LastDay, actor.Id, now), ct);
}
