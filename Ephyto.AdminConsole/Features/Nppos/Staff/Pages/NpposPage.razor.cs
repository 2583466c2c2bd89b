using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Nppos.Staff.Components;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Pages;

/// <summary>Every organisation, live; a Hub administrator suspends and reactivates here, and closes on the organisation's own page.</summary>
public sealed partial class NpposPage
{
    private NppoList? _list;
    private DomainError? _refused;
    private (string? Search, string? State, string? Few) _applied;
    private string? _search;
    private string? _state;
    private string? _few;
    private NppoNews? _news;

    [SupplyParameterFromQuery(Name = "search")] private string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "administrators")] private string? FewInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageInAddress { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private NppoActs Nppos { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<NppoStaffText> Text { get; set; } = default!;

    [Inject] private Terms Words { get; set; } = default!;

    private NppoQuery InAddress => new(SearchInAddress, StateInAddress, FewInAddress, PageInAddress);

    private string FileAddress => Navigation.GetUriWithQueryParameters(NppoEndpoints.ListPath, InAddress.ToAddress());

    // The address is the state of the list: going back, reloading and sharing it give the same rows.
    protected override Task OnParametersSetAsync()
    {
        // Only a new address: what the reader is about to look for stays in the fields when the page is told something else.
        if (_applied != (SearchInAddress, StateInAddress, FewInAddress))
            (_search, _state, _few) = _applied = (SearchInAddress, StateInAddress, FewInAddress);
        return base.OnParametersSetAsync();
    }

    private protected override IReadOnlyList<LiveTopic> Topics => [LiveTopic.All(SubjectKinds.Nppo), LiveTopic.All(SubjectKinds.Account)];

    private protected override Reading Asks => Reading.Of(
        InAddress.ToRequest(),
        (request, reader, _) => Nppos.ListAsync(request, reader),
        found => (_refused, _list) = (found.Error, found.IsSuccess ? found.Value : null));

    private Task TellAsync(NppoNews news)
    {
        _news = news;
        return ReloadAsync();
    }

    private void Apply() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("hub/nppos", new NppoQuery(_search, _state, _few).ToAddress()));
}
