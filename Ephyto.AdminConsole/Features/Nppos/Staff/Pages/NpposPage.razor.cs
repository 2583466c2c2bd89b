using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Nppos.Staff.Components;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Pages;

/// <summary>
/// Every organization, live; a Hub administrator suspends and reactivates here, and closes on the organization's own page.
/// </summary>
public sealed partial class NpposPage
{
    private NppoList? _list;
    private DomainError? _refused;
    private (string? Search, string? State, string? Few, string? Serving) _applied;
    private string? _search;
    private string? _state;
    private string? _few;
    private string? _serving;
    private NppoNews? _news;
    private NpposSuspended? _suspended;

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "administrators")] private string? Administrators { get; set; }

    [SupplyParameterFromQuery(Name = "serving")] private string? Serving { get; set; }

    [Inject] private ListNppos Nppos { get; set; } = default!;

    [Inject] private NppoColumns Shown { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<NppoStaffText> Text { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    private NppoQuery Query => new(Search, State, Administrators, Serving);

    private string FileAddress => ListQuery.On(NppoEndpoints.ListPath, ListQuery.Question(Navigation.Uri));

    protected override Task OnParametersSetAsync()
    {
        // Only a new address: what the reader is about to look for stays in the fields when the page is told something else.
        if (_applied != (Search, State, Administrators, Serving))
            (_search, _state, _few, _serving) = _applied = (Search, State, Administrators, Serving);
        return base.OnParametersSetAsync();
    }

    private protected override IReadOnlyList<LiveTopic> Topics => [LiveTopic.All(SubjectKinds.Nppo), LiveTopic.All(SubjectKinds.Account)];

    private protected override Reading Asks => Reading.Of(
        Query.ToRequest(Address), Nppos.HandleAsync, found => (_refused, _list) = (found.Error, found.IsSuccess ? found.Value : null));

    private Task TellAsync(NppoNews news)
    {
        (_news, _suspended) = (news, null);
        return ReloadAsync();
    }

    private Task TellAsync(NpposSuspended suspended)
    {
        (_news, _suspended) = (null, suspended);
        return ReloadAsync();
    }

    private void Apply() =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new NppoQuery(_search, _state, _few, _serving).ToAddress()));
}
