using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit.Components;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit.Pages;

/// <summary>The audit trail of the whole console, live, for everybody of the hub.</summary>
public sealed partial class AuditPage
{
    // Whatever happens leaves an entry, so every change of anything is one here.
    private static readonly LiveTopic[] Watched = [.. AuditEvents.SubjectKinds.Select(LiveTopic.All)];
    private AuditList? _list;
    private AskedEntries _asked = new();
    private DomainError? _refused;

    [SupplyParameterFromQuery(Name = "person")] private string? Person { get; set; }

    [SupplyParameterFromQuery(Name = "nppo")] private string? NppoInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "object")] private string? About { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ListAudit Acts { get; set; } = default!;

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal AuditColumns Shown { get; set; } = default!;

    [Inject] internal ReaderTimeZone Zone { get; set; } = default!;

    [Inject] internal IStringLocalizer<AuditText> Text { get; set; } = default!;

    private string FileAddress => Navigation.GetUriWithQueryParameters(AuditFiles.AuditPath, _asked.ToAddress());

    protected override Task OnParametersSetAsync()
    {
        _asked = new(Person, NppoInAddress, Kind, About, From, To);
        return base.OnParametersSetAsync();
    }

    private protected override IReadOnlyList<LiveTopic> Topics => Watched;

    private protected override Reading Asks => Reading.Of(
        new ListAuditRequest(_asked.ToFilter(Zone), Address.Number, Address.Sort, Address.Rows),
        Acts.HandleAsync,
        found => (_refused, _list) = (found.Error, found.IsSuccess ? found.Value : null));

    private void Apply(AskedEntries asked) => Navigation.NavigateTo(asked.On(Navigation));
}
