using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Hub.Pages;

public sealed partial class RegistrationList
{
    private const string OpenValue = "open";

    private PageOf<RegistrationRow>? _page;
    private DomainError? _refused;
    private string? _search;
    private string? _state;
    private string? _kind;
    private bool _mayDecide;

    [SupplyParameterFromQuery(Name = "search")] private string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] private string? KindInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageInAddress { get; set; }

    [CascadingParameter] private Task<AuthenticationState> SignedIn { get; set; } = default!;

    [Inject] private ListRegistrations Registrations { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<HubTexts> Text { get; set; } = default!;

    [Inject] private Terms Words { get; set; } = default!;

    private bool IsFiltered => !string.IsNullOrWhiteSpace(SearchInAddress) || !string.IsNullOrEmpty(StateInAddress) || !string.IsNullOrEmpty(KindInAddress);

    // The address is the state of the list: going back, reloading and sharing it give the same rows.
    protected override Task OnParametersSetAsync()
    {
        (_search, _state, _kind) = (SearchInAddress, StateInAddress, KindInAddress);
        return ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        var reader = await SignedIn;
        var page = int.TryParse(PageInAddress, out var number) ? number : 1;
        var found = await Registrations.HandleAsync(
            new(SearchInAddress, Parse<RegistrationStatus>(StateInAddress), StateInAddress == OpenValue, page, Parse<RegistrationKind>(KindInAddress)),
            reader.User.ToActor(), CancellationToken.None);
        (_refused, _page) = (found.Error, found.IsSuccess ? found.Value : null);
        _mayDecide = Parse<HubRole>(reader.User.FindFirst(ConsoleClaims.HubRole)?.Value)?.Allows(Permission.RegistrationsDecide) is true;
    }

    private static T? Parse<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;

    private void Apply() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("/hub/registrations", new Dictionary<string, object?>
    {
        ["search"] = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(),
        ["state"] = string.IsNullOrEmpty(_state) ? null : _state,
        ["kind"] = string.IsNullOrEmpty(_kind) ? null : _kind,
    }));
}
