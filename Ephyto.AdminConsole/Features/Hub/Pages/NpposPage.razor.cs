using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Hub.Components;
using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Ephyto.AdminConsole.Features.Hub.Pages;

/// <summary>Every organisation, live; a Hub administrator suspends and reactivates here.</summary>
public sealed partial class NpposPage
{
    private NppoList? _list;
    private DomainError? _refused;
    private string? _search;
    private string? _state;
    private string? _news;
    private Tone _newsTone;

    [SupplyParameterFromQuery(Name = "search")] private string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageInAddress { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private NppoActs Nppos { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<HubTexts> Text { get; set; } = default!;

    [Inject] private Terms Words { get; set; } = default!;

    private bool IsFiltered => !string.IsNullOrWhiteSpace(SearchInAddress) || !string.IsNullOrEmpty(StateInAddress);

    // The address is the state of the list: going back, reloading and sharing it give the same rows.
    protected override Task OnParametersSetAsync()
    {
        (_search, _state) = (SearchInAddress, StateInAddress);
        return ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var status = Enum.TryParse<NppoStatus>(StateInAddress, out var named) && Enum.IsDefined(named) ? named : (NppoStatus?)null;
        var found = await Nppos.ListAsync(
            new(SearchInAddress, status, int.TryParse(PageInAddress, out var number) ? number : 1), await SignedIn.ToActorAsync());
        (_refused, _list) = (found.Error, found.IsSuccess ? found.Value : null);
    }

    private async Task SuspendAsync(Nppo nppo)
    {
        var parameters = new DialogParameters<SuspendNppoDialog> { { dialog => dialog.Organization, nppo.Organization.Name } };
        var shown = await Dialogs.ShowAsync<SuspendNppoDialog>(Text["SuspendTitle"], parameters);
        if (await shown.Result is not { Canceled: false, Data: string words }) return;
        await TellAsync(await Nppos.SuspendAsync(nppo.Id, words, await SignedIn.ToActorAsync()), Text["NppoSuspended", nppo.Organization.Name]);
    }

    private async Task ReactivateAsync(Nppo nppo)
    {
        if (!await Dialogs.ConfirmAsync(Text["ReactivateTitle"], Text["ReactivateQuestion", nppo.Organization.Name], Text["Reactivate"])) return;
        await TellAsync(await Nppos.ReactivateAsync(nppo.Id, await SignedIn.ToActorAsync()), Text["NppoReactivated", nppo.Organization.Name]);
    }

    private Task TellAsync(Result outcome, string done)
    {
        (_news, _newsTone) = outcome.Error is { } refusal ? (Words.Error(refusal), Tone.Warning) : (done, Tone.Success);
        return ReloadAsync();
    }

    private void Apply() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/hub/nppos", new Dictionary<string, object?>
    {
        ["search"] = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(),
        ["state"] = string.IsNullOrEmpty(_state) ? null : _state,
    }));
}
