using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

internal sealed record SuspendMemberRequest(SeenMember Member, string? Words);

/// <summary>Takes a colleague's access away for a while, with a reason that the person is told.</summary>
internal sealed class SuspendMember(AccessAct access)
{
    public Task<Result<MemberStatus>> HandleAsync(SuspendMemberRequest request, Actor actor, CancellationToken ct) => access.ActAsync(
        request.Member, actor, (member, others, now) => member.Suspend(request.Words, actor.Id, others, now), ct);
}
