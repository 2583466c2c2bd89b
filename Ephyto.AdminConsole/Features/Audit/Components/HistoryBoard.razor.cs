using System.Globalization;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit.Pages;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit.Components;

/// <summary>What was done in one organization, live.</summary>
public sealed partial class HistoryBoard
{
    private History? _history;
    private DomainError? _refused;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [Parameter, EditorRequired] public string Organization { get; set; } = "";

    [Parameter] public string? Person { get; set; }

    [Parameter] public string? Kind { get; set; }

    [Parameter] public string? From { get; set; }

    [Parameter] public string? To { get; set; }

    [Parameter] public string? Page { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ListHistory Acts { get; set; } = default!;

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal ReaderTimeZone Zone { get; set; } = default!;

    [Inject] internal IStringLocalizer<HistoryText> Text { get; set; } = default!;

    private string Everything => new Uri(Navigation.Uri).AbsolutePath;

    private string FileAddress => Navigation.GetUriWithQueryParameters(AuditFiles.HistoryPath, new Dictionary<string, object?>
    {
        ["nppo"] = NppoId.ToString(),
        ["person"] = Person,
        ["kind"] = Kind,
        ["from"] = From,
        ["to"] = To,
    });

    // The address is the state of the list: going back, reloading and sharing it give the same lines.
    private protected override IReadOnlyList<LiveTopic> Topics => [new(SubjectKinds.Nppo, NppoId)];

    private protected override Reading Asks => Reading.Of(
        new ListHistoryRequest(
            NppoId, AuditFilter.Read(Person, null, Kind, null, From, To, Zone),
            int.TryParse(Page, CultureInfo.InvariantCulture, out var number) ? number : 1),
        Acts.HandleAsync,
        found => (_refused, _history) = (found.Error, found.IsSuccess ? found.Value : null));

    private void Apply(IReadOnlyDictionary<string, object?> filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filter));
}
