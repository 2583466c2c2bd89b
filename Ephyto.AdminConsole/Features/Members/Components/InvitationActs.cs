using Ephyto.AdminConsole.Features.Members.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.Members.Components;

/// <summary>What the list of members does to an open invitation.</summary>
internal sealed class InvitationActs(ResendInvitation resend, CancelInvitation cancel)
{
    public Task<Result<MemberStatus>> ResendAsync(Guid memberId, Actor actor) => resend.HandleAsync(memberId, actor, CancellationToken.None);

    public Task<Result<MemberStatus>> CancelAsync(Guid memberId, Actor actor) => cancel.HandleAsync(memberId, actor, CancellationToken.None);
}
