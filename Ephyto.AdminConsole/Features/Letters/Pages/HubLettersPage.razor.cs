using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Components;
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

    [SupplyParameterFromQuery(Name = "state")] private string? StateInAddress { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ListLetters Letters { get; set; } = default!;

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal IStringLocalizer<LettersText> Text { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal LetterColumns Shown { get; set; } = default!;

    private bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(StateInAddress);

    private string FileAddress => ListQuery.On(LettersCsv.Path, ListQuery.Question(Navigation.Uri));

    protected override Task OnParametersSetAsync()
    {
        // Only a new address: what the reader is about to look for stays in the fields when the page is told something else.
        if (_applied != (Search, StateInAddress))
            (_search, _state) = _applied = (Search, StateInAddress);
        return base.OnParametersSetAsync();
    }

    private protected override IReadOnlyList<LiveTopic> Topics => [LiveTopic.All(SubjectKinds.Letter)];

    private protected override Reading Asks => Reading.Of(
        LettersCsv.RequestOf(Search, StateInAddress, Address),
        Letters.HandleAsync,
        found => (_refused, _page) = (found.Error, found.IsSuccess ? found.Value : null));

    private void Apply() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        [ListNames.Search] = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(),
        ["state"] = string.IsNullOrEmpty(_state) ? null : _state,
        [ListNames.Page] = null,
    }));
}
