using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Staff.Components;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.People.Staff.Pages;

/// <summary>The people of the hub, live: who holds which role, since when and until when.</summary>
public sealed partial class HubUsersPage
{
    private HubUserList? _list;
    private DomainError? _refused;
    private (string? Search, string? Role, string? State) _applied;
    private string? _search;
    private string? _role;
    private string? _state;
    private string? _news;
    private Tone _newsTone;
    private DomainError? _notDone;
    private SubjectRef? _about;
    private bool _inviting;

    [SupplyParameterFromQuery(Name = "search")] private string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "role")] private string? RoleInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageInAddress { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private HubUserActs Acts { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<HubUsersText> Text { get; set; } = default!;

    [Inject] private Terms Words { get; set; } = default!;

    // The address is the state of the list: going back, reloading and sharing it give the same rows.
    protected override Task OnParametersSetAsync()
    {
        // Only a new address: what the reader is about to look for stays in the fields when the page is told something else.
        if (_applied != (SearchInAddress, RoleInAddress, StateInAddress))
            (_search, _role, _state) = _applied = (SearchInAddress, RoleInAddress, StateInAddress);
        return base.OnParametersSetAsync();
    }

    private protected override IReadOnlyList<LiveTopic> Topics => [LiveTopic.All(SubjectKinds.HubUser), LiveTopic.All(SubjectKinds.Account)];

    private protected override Reading Asks => Reading.Of(
        new ListHubUsersRequest(SearchInAddress, Named<HubRole>(RoleInAddress), Named<HubUserStatus>(StateInAddress), int.TryParse(PageInAddress, out var number) ? number : 1),
        (request, reader, _) => Acts.ListAsync(request, reader),
        found => (_refused, _list) = (found.Error, found.IsSuccess ? found.Value : null));

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;

    private Task InvitedAsync(string email)
    {
        _inviting = false;
        return TellAsync(Result.Success(), Text["Invited", email]);
    }

    private async Task AssignAsync(HubUser user)
    {
        var parameters = new DialogParameters<HubRoleDialog>
        {
            { dialog => dialog.User, user },
            { dialog => dialog.Name, user.DisplayName },
            { dialog => dialog.Role, user.Role },
            { dialog => dialog.LastDay, user.RoleUntil is { } until ? DateOnly.FromDateTime(until.AddTicks(-1)) : null },
        };
        var answer = await Dialogs.AskAsync<HubRoleDialog>(Text["AssignTitle"], parameters);
        if (answer is { Canceled: false }) await TellAsync(Result.Success(), Text["Assigned", user.DisplayName]);
    }

    private async Task DoAsync((HubUserDeed Deed, HubUser User) asked)
    {
        var (deed, user) = asked;
        var name = user.DisplayName.Length > 0 ? user.DisplayName : user.Email;
        var dangerous = deed is HubUserDeed.Cancel or HubUserDeed.Remove or HubUserDeed.Leave or HubUserDeed.Suspend;
        if (await Dialogs.ConfirmAsync(Text[$"{deed}Title"], Text[$"{deed}Question", name], Text[$"{deed}Now"], dangerous))
        {
            _about = new(SubjectKinds.HubUser, user.Id);
            await TellAsync(await Acts.DoAsync(deed, SeenHubUser.Of(user), await SignedIn.ToActorAsync()), Text[$"{deed}Done", name]);
        }
    }

    private Task TellAsync(Result outcome, string done)
    {
        _notDone = outcome.Error;
        (_news, _newsTone) = outcome.Error is { } refusal ? (Words.Error(refusal), Tone.Warning) : (done, Tone.Success);
        return ReloadAsync();
    }

    private void Apply() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("hub/users", new Dictionary<string, object?>
    {
        ["search"] = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(),
        ["role"] = string.IsNullOrEmpty(_role) ? null : _role,
        ["state"] = string.IsNullOrEmpty(_state) ? null : _state,
    }));
}
