using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.ContactPoints.Pages;

public sealed partial class ContactPointList
{
    private const string MissingValue = "missing";

    private PageOf<ContactPointRow>? _page;
    private DomainError? _refused;
    private string? _search;
    private string? _show;

    [SupplyParameterFromQuery(Name = "search")] private string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "show")] private string? ShowInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageInAddress { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private ListContactPoints Directory { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<ContactPointTexts> Text { get; set; } = default!;

    [Inject] private Terms Words { get; set; } = default!;

    // The address is the state of the list: going back, reloading and sharing it give the same rows.
    protected override Task OnParametersSetAsync()
    {
        (_search, _show) = (SearchInAddress, ShowInAddress);
        return ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var kind = Enum.TryParse<ContactPointKind>(ShowInAddress, out var named) && Enum.IsDefined(named) ? named : (ContactPointKind?)null;
        var page = int.TryParse(PageInAddress, out var number) ? number : 1;
        var found = await Directory.HandleAsync(
            new(SearchInAddress, kind, ShowInAddress == MissingValue, page), await SignedIn.ToActorAsync(), CancellationToken.None);
        _refused = found.Error;
        _page = found.IsSuccess ? found.Value : null;
    }

    private void Apply() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/hub/contact-points", new Dictionary<string, object?>
    {
        ["search"] = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(),
        ["show"] = string.IsNullOrEmpty(_show) ? null : _show,
    }));
}
