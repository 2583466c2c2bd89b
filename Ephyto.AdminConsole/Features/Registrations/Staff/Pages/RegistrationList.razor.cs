using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Staff.Components;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Field.Registrations;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.Pages;

public sealed partial class RegistrationList
{
    private PageOf<RegistrationListRow>? _page;
    private DomainError? _refused;
    private bool _mayDecide;
    private BulkOutcome? _outcome;

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "region")] private string? Region { get; set; }

    [SupplyParameterFromQuery(Name = "age")] private string? Age { get; set; }

    [SupplyParameterFromQuery(Name = "language")] private string? Language { get; set; }

    [SupplyParameterFromQuery(Name = "decided")] private string? Decided { get; set; }

    [SupplyParameterFromQuery(Name = "month")] private string? Month { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ListRegistrations Registrations { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<RegistrationStaffText> Text { get; set; } = default!;

    [Inject] private RegistrationColumns Shown { get; set; } = default!;

    private RegistrationQuery Query => new(Search, State, Kind, Region, Age, Language, Decided, Month);

    private string FileAddress => ListQuery.On(RegistrationEndpoints.ListPath, ListQuery.Question(Navigation.Uri));

    private protected override IReadOnlyList<LiveTopic> Topics => [LiveTopic.All(SubjectKinds.Registration)];

    private protected override Reading Asks => Reading.Of(
        Query.ToRequest(Address),
        async (request, reader, cancellation) =>
            (Found: await Registrations.HandleAsync(request, reader, cancellation), MayDecide: await MayDecideAsync()),
        read => (_refused, _page, _mayDecide) = (read.Found.Error, read.Found.IsSuccess ? read.Found.Value : null, read.MayDecide));

    private async Task<bool> MayDecideAsync() =>
        Enum.TryParse<HubRole>((await Reader).User.FindFirst(ConsoleClaims.HubRole)?.Value, out var role)
            && role.Allows(Permission.RegistrationsDecide);

    private void Apply(RegistrationQuery chosen) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(chosen.ToAddress()));

    private Task TellAsync(BulkOutcome outcome)
    {
        _outcome = outcome;
        return ReloadAsync();
    }
}
