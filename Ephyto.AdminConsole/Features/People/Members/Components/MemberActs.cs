using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Components;

/// <summary>What the list of members does to a row.</summary>
internal sealed class MemberActs(
    ViewMember view, ResendInvitation resend, CancelInvitation cancel, CorrectInvitation correct,
    ChangeRole changeRole, SuspendMember suspend, ReactivateMember reactivate, RemoveMember remove, LeaveNppo leave, ResetSecondFactor reset)
{
    public Task<Result<Member>> ViewAsync(Guid memberId, Actor actor) => view.HandleAsync(memberId, actor, CancellationToken.None);

    public Task<Result<Guid>> ResetSecondFactorAsync(Guid memberId, Actor actor) => reset.HandleAsync(memberId, actor, CancellationToken.None);

    public Task<Result<MemberStatus>> ResendAsync(SeenMember seen, Actor actor) => resend.HandleAsync(seen, actor, CancellationToken.None);

    public Task<Result<MemberStatus>> CancelAsync(SeenMember seen, Actor actor) => cancel.HandleAsync(seen, actor, CancellationToken.None);

    public Task<Result<MemberStatus>> CorrectAsync(SeenMember seen, string? email, Actor actor) => correct.HandleAsync(new(seen, email), actor, CancellationToken.None);

    public Task<Result<MemberStatus>> ChangeRoleAsync(SeenMember seen, NppoRole role, DateOnly? lastDay, Actor actor) =>
        changeRole.HandleAsync(new(seen, role, lastDay), actor, CancellationToken.None);

    public Task<Result<MemberStatus>> SuspendAsync(SeenMember seen, string? words, Actor actor) => suspend.HandleAsync(new(seen, words), actor, CancellationToken.None);

    public Task<Result<MemberStatus>> ReactivateAsync(SeenMember seen, NppoRole role, DateOnly? lastDay, Actor actor) =>
        reactivate.HandleAsync(new(seen, role, lastDay), actor, CancellationToken.None);

    public Task<Result<MemberStatus>> RemoveAsync(SeenMember seen, string? words, Actor actor) => remove.HandleAsync(new(seen, words), actor, CancellationToken.None);

    public Task<Result<MemberStatus>> LeaveAsync(Guid nppoId, Actor actor) => leave.HandleAsync(nppoId, actor, CancellationToken.None);
}
