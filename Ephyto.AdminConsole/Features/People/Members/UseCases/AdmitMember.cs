using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

internal sealed record AdmitMemberRequest(SeenMember Member, NppoRole Role);

/// <summary>Says yes to a request to join: the person receives an invitation, whose link also proves the address.</summary>
internal sealed class AdmitMember(MemberAct members)
{
    public Task<Result<MemberStatus>> HandleAsync(AdmitMemberRequest request, Actor actor, CancellationToken ct) =>
        members.ActAsync(request.Member, Permission.MembersInvite, actor, (member, now) => member.Admit(request.Role, actor.Id, now), ct);
}
