using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Staff.Components;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

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
    private HubUserNews? _news;
    private BulkOutcome? _outcome;
    private bool _inviting;

    [SupplyParameterFromQuery(Name = "role")] private string? Role { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [Inject] private ListHubUsers Users { get; set; } = default!;

    [Inject] private HubUserColumns Shown { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<HubUsersText> Text { get; set; } = default!;
    [Inject] private IStringLocalizer<FieldNames> Names { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    private HubUsersQuery Query => new(Search, Role, State);

    private string FileAddress => ListQuery.On(HubUsersCsv.Path, ListQuery.Question(Navigation.Uri));

    protected override Task OnParametersSetAsync()
    {
        // Only a new address: what the reader is about to look for stays in the fields when the page is told something else.
        if (_applied != (Search, Role, State)) (_search, _role, _state) = _applied = (Search, Role, State);
        return base.OnParametersSetAsync();
    }

    private protected override IReadOnlyList<LiveTopic> Topics =>
        [LiveTopic.All(SubjectKinds.HubUser), LiveTopic.All(SubjectKinds.Account)];

    private protected override Reading Asks => Reading.Of(
        Query.ToRequest(Address), Users.HandleAsync, found => (_refused, _list) = (found.Error, found.IsSuccess ? found.Value : null));

    private Task InvitedAsync(string email)
    {
        _inviting = false;
        return TellAsync(new HubUserNews(Text["Invited", email]));
    }

    private Task TellAsync(HubUserNews news)
    {
        (_news, _outcome) = (news, null);
        return ReloadAsync();
    }

    private Task TellAsync(BulkOutcome outcome)
    {
        (_news, _outcome) = (null, outcome);
        return ReloadAsync();
    }

    private void Apply() =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new HubUsersQuery(_search, _role, _state).ToAddress()));
}
