using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>Takes an invitation back before it is accepted.</summary>
internal sealed class CancelInvitation(MemberAct members)
{
    public Task<Result<MemberStatus>> HandleAsync(SeenMember seen, Actor actor, CancellationToken ct) =>
        members.ActAsync(seen, Permission.MembersInvite, actor, (member, now) => member.CancelInvitation(actor.Id, now), ct);
}
