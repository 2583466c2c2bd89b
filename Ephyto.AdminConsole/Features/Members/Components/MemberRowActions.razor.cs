using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Members.Components;

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

    [Inject] internal MemberActs Acts { get; set; } = default!;

    [Inject] internal IDialogService Dialogs { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    private bool IsSelf => Member.UserId is { } user && user == _reader.Id && Member.Status is MemberStatus.Active or MemberStatus.Suspended;

    private string Name => Member.Person.FullName.Length > 0 ? Member.Person.FullName : Member.Email;

    private string For => Text["ForMember", Name];

    private SeenMember Seen => new(Member.Id, Member.Version);

    protected override async Task OnParametersSetAsync() => _reader = await Reader.ToActorAsync();

    private Task ChangeRoleAsync()
    {
        var (seen, name, role, lastDay) = (Seen, Name, Member.Role, Member.RoleLastDay);
        return AskAsync(
            new(Text["RoleTitle", name], Text["RoleMeaning"], Text["ChangeRole"], Doing(answer => Acts.ChangeRoleAsync(seen, answer.Role, answer.LastDay, _reader)))
            {
                Asks = MemberAsks.Role,
                Role = role,
                LastDay = lastDay,
            },
            new(Text["RoleChanged", name])
            {
                UndoLabel = Text["ChangeBack"],
                // One act later: who changed it meanwhile is not overruled.
                Undo = async () => (await Acts.ChangeRoleAsync(seen with { Version = seen.Version + 1 }, role, lastDay, _reader)).Error,
                Undone = Text["RoleChangedBack", name, Terms.Of(role)],
            });
    }

    private Task SuspendAsync() => AskAsync(
        new(Text["SuspendTitle", Name], Text["SuspendMeaning"], Text["Suspend"], Doing(Act(seen => answer => Acts.SuspendAsync(seen, answer.Words, _reader))))
        {
            Asks = MemberAsks.Words,
            Dangerous = true,
        },
        new(Text["SuspendedNews", Name]));

    private Task ReactivateAsync() => AskAsync(
        new(Text["ReactivateTitle", Name], Text["ReactivateMeaning"], Text["Reactivate"],
            Doing(Act(seen => answer => Acts.ReactivateAsync(seen, answer.Role, answer.LastDay, _reader))))
        {
            Asks = MemberAsks.Role,
            Role = Member.Role,
            LastDay = Member.SuspensionReason == SuspensionReason.RoleEnded ? null : Member.RoleLastDay,
        },
        new(Text["ReactivatedNews", Name]));

    private Task RemoveAsync() => AskAsync(
        new(Text["RemoveTitle", Name], Text["RemoveMeaning"], Text["Remove"], Doing(Act(seen => answer => Acts.RemoveAsync(seen, answer.Words, _reader))))
        {
            Asks = MemberAsks.Words,
            Dangerous = true,
        },
        new(Text["RemovedNews", Name]) { InviteAgain = Member.Email });

    private Task ResetSecondFactorAsync()
    {
        var id = Member.Id;
        return AskAsync(
            new(Text["ResetSecondFactorTitle"], Text["ResetSecondFactorQuestion", Name], Text["ResetSecondFactor"],
                async _ => (await Acts.ResetSecondFactorAsync(id, _reader)).Error) { Dangerous = true },
            new(Text["SecondFactorReset", Name]));
    }

    private Task LeaveAsync() => AskAsync(
        new(Text["LeaveTitle"], Text["LeaveMeaning"], Text["Leave"], Doing(Act(seen => _ => Acts.LeaveAsync(Member.NppoId, _reader)))) { Dangerous = true },
        new(Text["LeftNews"]));

    private Task ResendAsync() => AskAsync(
        new(Text["ResendTitle"], Text["ResendQuestion", Member.Email], Text["Resend"], Doing(Act(seen => _ => Acts.ResendAsync(seen.Id, _reader)))),
        new(Text["InvitationQueued", Member.Email]));

    private Task CorrectAsync() => AskAsync(
        new(Text["CorrectTitle"], Text["CorrectMeaning", Member.Email], Text["CorrectNow"], Doing(Act(seen => answer => Acts.CorrectAsync(seen.Id, answer.Email, _reader))))
        {
            Asks = MemberAsks.Email,
            Email = Member.Email,
        },
        new(Text["CorrectedNews"]));

    private Task CancelAsync() => AskAsync(
        new(Text["CancelTitle"], Text["CancelQuestion", Member.Email], Text["CancelInvitation"], Doing(Act(seen => _ => Acts.CancelAsync(seen.Id, _reader)))) { Dangerous = true },
        new(Text["InvitationCancelled", Member.Email]) { InviteAgain = Member.Email });

    // What the reader saw when the question was asked counts, not what the row says by the time of the answer.
    private Func<MemberAnswer, Task<Result<MemberStatus>>> Act(Func<SeenMember, Func<MemberAnswer, Task<Result<MemberStatus>>>> act) => act(Seen);

    private static Func<MemberAnswer, Task<DomainError?>> Doing(Func<MemberAnswer, Task<Result<MemberStatus>>> act) => async answer => (await act(answer)).Error;

    private async Task AskAsync(MemberQuestion question, MemberNews done)
    {
        var parameters = new DialogParameters<MemberDialog> { { dialog => dialog.Question, question } };
        var shown = await Dialogs.ShowAsync<MemberDialog>(question.Title, parameters);
        if (await shown.Result is { Canceled: false }) await OnDone.InvokeAsync(done);
    }
}
