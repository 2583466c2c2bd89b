using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Letters.Pages;

/// <summary>Every letter, live: the open requests first.</summary>
public sealed partial class HubLettersPage
{
    private PageOf<LetterRow>? _page;
    private DomainError? _refused;
    private (string? Search, string? State) _applied;
    private string? _search;
    private string? _state;

    [SupplyParameterFromQuery(Name = "search")] private string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageInAddress { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] internal ListLetters Letters { get; set; } = default!;

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal IStringLocalizer<LettersText> Text { get; set; } = default!;

    [Inject] internal Terms Words { get; set; } = default!;

    private bool IsFiltered => !string.IsNullOrWhiteSpace(SearchInAddress) || !string.IsNullOrEmpty(StateInAddress);

    private string CsvAddress => AddressOf(LettersFile.Path, SearchInAddress, StateInAddress);

    // The address is the state of the list: going back, reloading and sharing it give the same rows.
    protected override Task OnParametersSetAsync()
    {
        // Only a new address: what the reader is about to look for stays in the fields when the page is told something else.
        if (_applied != (SearchInAddress, StateInAddress))
            (_search, _state) = _applied = (SearchInAddress, StateInAddress);
        return base.OnParametersSetAsync();
    }

    private protected override IReadOnlyList<LiveTopic> Topics => [LiveTopic.All(SubjectKinds.Letter)];

    private protected override Reading Asks => Reading.Of(
        new ListLettersRequest(SearchInAddress, LettersFile.Named(StateInAddress), int.TryParse(PageInAddress, out var page) ? page : 1),
        Letters.HandleAsync,
        found => (_refused, _page) = (found.Error, found.IsSuccess ? found.Value : null));

    private void Apply() => Navigation.NavigateTo(AddressOf("hub/letters", _search, _state));

    private string AddressOf(string path, string? search, string? state) => Navigation.GetUriWithQueryParameters(path, new Dictionary<string, object?>
    {
        ["search"] = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        ["state"] = string.IsNullOrEmpty(state) ? null : state,
    });
}
