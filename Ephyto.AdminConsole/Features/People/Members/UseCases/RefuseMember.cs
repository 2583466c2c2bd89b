using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

internal sealed record RefuseMemberRequest(SeenMember Member, string? Words);

/// <summary>Says no to a request to join, with a reason that the person is told.</summary>
internal sealed class RefuseMember(MemberAct members)
{
    public Task<Result<MemberStatus>> HandleAsync(RefuseMemberRequest request, Actor actor, CancellationToken ct) =>
        members.ActAsync(request.Member, Permission.MembersInvite, actor, (member, now) => member.Refuse(request.Words, actor.Id, now), ct);
}
