using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.People.Staff.Components;

/// <summary>How an act on a person of the hub went, in words.</summary>
/// <param name="Refusal">Why nothing was done.</param>
/// <param name="About">On whom it was to be done.</param>
public sealed record HubUserNews(string Sentence, Tone Tone = Tone.Success, DomainError? Refusal = null, SubjectRef? About = null);

/// <summary>What the reader can do with one person of the hub.</summary>
public sealed partial class HubUserButtons
{
    [Parameter, EditorRequired] public HubUserRow Row { get; set; } = default!;

    [Parameter] public EventCallback<HubUserNews> OnDone { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ResendHubInvitation Resend { get; set; } = default!;

    [Inject] private CancelHubInvitation Cancel { get; set; } = default!;

    [Inject] private SuspendHubUser Suspend { get; set; } = default!;

    [Inject] private ReactivateHubUser Reactivate { get; set; } = default!;

    [Inject] private RemoveHubUser Remove { get; set; } = default!;

    [Inject] private LeaveHub Leave { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private IStringLocalizer<HubUsersText> Text { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    private string Name => HubUserColumns.NameOf(Row);

    private async Task ChangeRoleAsync()
    {
        var user = Row.User;
        var parameters = new DialogParameters<HubRoleDialog>
        {
            { dialog => dialog.User, user },
            { dialog => dialog.Name, user.DisplayName },
            { dialog => dialog.Role, user.Role },
            { dialog => dialog.LastDay, user.RoleUntil is { } until ? DateOnly.FromDateTime(until.AddTicks(-1)) : null },
        };
        var answer = await Dialogs.AskAsync<HubRoleDialog>(Text["AssignTitle"], parameters);
        if (answer is { Canceled: false }) await OnDone.InvokeAsync(new(Text["Assigned", user.DisplayName]));
    }

    private async Task AskAsync(HubUserAction action)
    {
        // What is before the reader's eyes now counts: the list goes on changing behind the question.
        var (user, name) = (Row.User, Name);
        var dangerous = action is HubUserAction.Cancel or HubUserAction.Remove or HubUserAction.Leave or HubUserAction.Suspend;
        if (!await Dialogs.ConfirmAsync(Text[$"{action}Title"], Text[$"{action}Question", name], Text[$"{action}Now"], dangerous)) return;
        var outcome = await DoAsync(action, SeenHubUser.Of(user), await Reader.ToActorAsync());
        await OnDone.InvokeAsync(outcome.Error is { } refusal
            ? new(Terms.Error(refusal), Tone.Warning, refusal, new(SubjectKinds.HubUser, user.Id)) : new(Text[$"{action}Done", name]));
    }

    private Task<Result<HubUserStatus>> DoAsync(HubUserAction action, SeenHubUser seen, Actor actor) => action switch
    {
        HubUserAction.Resend => Resend.HandleAsync(seen, actor, CancellationToken.None),
        HubUserAction.Cancel => Cancel.HandleAsync(seen, actor, CancellationToken.None),
        HubUserAction.Suspend => Suspend.HandleAsync(seen, actor, CancellationToken.None),
        HubUserAction.Reactivate => Reactivate.HandleAsync(seen, actor, CancellationToken.None),
        HubUserAction.Remove => Remove.HandleAsync(seen, actor, CancellationToken.None),
        _ => Leave.HandleAsync(seen, actor, CancellationToken.None),
    };
}
