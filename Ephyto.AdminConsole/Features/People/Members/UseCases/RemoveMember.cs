using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

internal sealed record RemoveMemberRequest(SeenMember Member, string? Words);

/// <summary>Ends a colleague's membership, with a reason that the person is told. The person can be invited again.</summary>
internal sealed class RemoveMember(AccessAct access)
{
    public Task<Result<MemberStatus>> HandleAsync(RemoveMemberRequest request, Actor actor, CancellationToken ct) => access.ActAsync(
        request.Member, actor, (member, others, now) => member.Remove(request.Words, actor.Id, others, now), ct);
}
