using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.People.Members.Components;

public sealed partial class MemberRowActions
{
    private Actor _reader = Actor.Anonymous;

    [Parameter, EditorRequired] public Member Member { get; set; } = default!;

    [Parameter] public bool MayManage { get; set; }

    [Parameter] public bool MayInvite { get; set; }

    [Parameter] public bool HasSecondFactor { get; set; }

    /// <summary>With what was done.</summary>
    [Parameter] public EventCallback<MemberNews> OnDone { get; set; }

    /// <summary>With the address.</summary>
    [Parameter] public EventCallback<string> OnInviteAgain { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ResendInvitation Resend { get; set; } = default!;

    [Inject] internal CancelInvitation Cancel { get; set; } = default!;

    [Inject] internal CorrectInvitation Correct { get; set; } = default!;

    [Inject] internal ChangeRole Roles { get; set; } = default!;

    [Inject] internal SuspendMember Suspend { get; set; } = default!;

    [Inject] internal ReactivateMember Reactivate { get; set; } = default!;

    [Inject] internal RemoveMember Remove { get; set; } = default!;

    [Inject] internal LeaveNppo Leave { get; set; } = default!;

    [Inject] internal ResetSecondFactor Reset { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    private bool IsSelf =>
        Member.UserId is { } user && user == _reader.Id && Member.Status is MemberStatus.Active or MemberStatus.Suspended;

    private string Name => Member.Person.FullName.Length > 0 ? Member.Person.FullName : Member.Email;

    private string For => Text["ForMember", Name];

    protected override async Task OnParametersSetAsync() => _reader = await Reader.ToActorAsync();

    private Task ChangeRoleAsync()
    {
        var (name, before) = (Name, Member);
        return AskAsync(
            new(Text["RoleTitle", name], Text["RoleMeaning"], Text["ChangeRole"], before, async (member, answer) =>
            {
                before = member;
                return (await Roles.HandleAsync(new(SeenOf(member), answer.Role, answer.LastDay), _reader, CancellationToken.None)).Error;
            })
            {
                Asks = MemberAsks.Role,
                Role = before.Role,
                LastDay = before.RoleLastDay,
            },
            () => new(Text["RoleChanged", name])
            {
                UndoLabel = Text["ChangeBack"],
                // One act later: who changed it meanwhile is not overruled.
                Undo = async () =>
                    (await Roles.HandleAsync(new(new(before.Id, before.Version + 1), before.Role, before.RoleLastDay), _reader,
                        CancellationToken.None)).Error,
                Undone = Text["RoleChangedBack", name, Terms.Of(before.Role)],
                About = new(SubjectKinds.Member, before.Id),
            });
    }

    private Task SuspendAsync() => AskAsync(
        new(Text["SuspendTitle", Name], Text["SuspendMeaning"], Text["Suspend"], Member,
            Doing((member, answer) => Suspend.HandleAsync(new(SeenOf(member), answer.Words), _reader, CancellationToken.None)))
        {
            Asks = MemberAsks.Words,
            Dangerous = true,
        },
        Says(Text["SuspendedNews", Name]));

    private Task ReactivateAsync() => AskAsync(
        new(Text["ReactivateTitle", Name], Text["ReactivateMeaning"], Text["Reactivate"],
            Member, Doing(
                (member, answer) =>
                    Reactivate.HandleAsync(new(SeenOf(member), answer.Role, answer.LastDay), _reader, CancellationToken.None)))
        {
            Asks = MemberAsks.Role,
            Role = Member.Role,
            LastDay = Member.SuspensionReason == SuspensionReason.RoleEnded ? null : Member.RoleLastDay,
        },
        Says(Text["ReactivatedNews", Name]));

    private Task RemoveAsync() => AskAsync(
        new(Text["RemoveTitle", Name], Text["RemoveMeaning"], Text["Remove"], Member,
            Doing((member, answer) => Remove.HandleAsync(new(SeenOf(member), answer.Words), _reader, CancellationToken.None)))
        {
            Asks = MemberAsks.Words,
            Dangerous = true,
        },
        Says(Text["RemovedNews", Name], Member.Email));

    private Task ResetSecondFactorAsync()
    {
        var id = Member.Id;
        return AskAsync(
            new(Text["ResetSecondFactorTitle"], Text["ResetSecondFactorQuestion", Name], Text["ResetSecondFactor"],
                Member, async (_, _) => (await Reset.HandleAsync(id, _reader, CancellationToken.None)).Error) { Dangerous = true },
            Says(Text["SecondFactorReset", Name]));
    }

    private Task LeaveAsync() => AskAsync(
        new(Text["LeaveTitle"], Text["LeaveMeaning"], Text["Leave"], Member,
            Doing((member, _) => Leave.HandleAsync(Member.NppoId, _reader, CancellationToken.None))) { Dangerous = true },
        Says(Text["LeftNews"]));

    private Task ResendAsync() => AskAsync(
        new(Text["ResendTitle"], Text["ResendQuestion", Member.Email], Text["Resend"], Member,
            Doing((member, _) => Resend.HandleAsync(SeenOf(member), _reader, CancellationToken.None))),
        Says(Text["InvitationQueued", Member.Email]));

    private Task CorrectAsync() => AskAsync(
        new(Text["CorrectTitle"], Text["CorrectMeaning", Member.Email], Text["CorrectNow"], Member,
            Doing((member, answer) => Correct.HandleAsync(new(SeenOf(member), answer.Email), _reader, CancellationToken.None)))
        {
            Asks = MemberAsks.Email,
            Email = Member.Email,
        },
        Says(Text["CorrectedNews"]));

    private Task CancelAsync() => AskAsync(
        new(Text["CancelTitle"], Text["CancelQuestion", Member.Email], Text["CancelInvitation"], Member,
            Doing((member, _) => Cancel.HandleAsync(SeenOf(member), _reader, CancellationToken.None))) { Dangerous = true },
        Says(Text["InvitationCancelled", Member.Email], Member.Email));

    private static SeenMember SeenOf(Member member) => new(member.Id, member.Version);

    private static Func<MemberNews> Says(string sentence, string? inviteAgain = null) => () => new(sentence) { InviteAgain = inviteAgain };

    // What the reader saw when the question was asked counts, not what the row says by the time of the answer.
    private static Func<Member, MemberAnswer, Task<DomainError?>> Doing(Func<Member, MemberAnswer, Task<Result<MemberStatus>>> act) =>
        async (member, answer) => (await act(member, answer)).Error;

    private async Task AskAsync(MemberQuestion question, Func<MemberNews> done)
    {
        var parameters = new DialogParameters<MemberDialog> { { dialog => dialog.Question, question } };
        var answer = await Dialogs.AskAsync<MemberDialog>(question.Title, parameters);
        if (answer is { Canceled: false }) await OnDone.InvokeAsync(done());
    }
}
