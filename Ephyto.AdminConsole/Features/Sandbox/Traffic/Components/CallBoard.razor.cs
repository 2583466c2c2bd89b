using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.Pages;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.Components;

/// <summary>
/// Every call as it happens: of an organization, or of everybody for the hub. While it is paused the table stays as it is.
/// </summary>
public sealed partial class CallBoard
{
    private static readonly string[] Filters = [ListNames.Search, "direction", "operation", "outcome"];
    private CallList? _list;
    private ListCallsRequest? _shown;
    private DomainError? _refused;
    private DateTime? _until;

    /// <summary>Whose; null: everybody's.</summary>
    [Parameter] public Guid? NppoId { get; set; }

    /// <summary>By which the organization exchanges; of the hub it means nothing.</summary>
    [Parameter] public ExchangeSystem System { get; set; }

    [Parameter] public string? Overline { get; set; }

    [Parameter] public string? Search { get; set; }

    [Parameter] public string? Direction { get; set; }

    [Parameter] public string? Operation { get; set; }

    [Parameter] public string? Outcome { get; set; }

    [Parameter, EditorRequired] public ListAddress Address { get; set; } = new();

    [Inject] internal SandboxPlace Place { get; set; } = default!;

    [Inject] internal ListCalls Calls { get; set; } = default!;

    [Inject] internal CallColumns Shown { get; set; } = default!;

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal IStringLocalizer<TrafficText> Text { get; set; } = default!;

    private SandboxPaths Paths => new(NppoId);

    private bool IsFiltered => ListQuery.Only(Navigation.Uri, Filters).Length > 0;

    // Who had a system of their own before keeps what it did.
    private bool HasNothing => System != ExchangeSystem.NationalSystem && !IsFiltered && _list is not { Page.Total: > 0 };

    private string FileAddress => ListQuery.On(Paths.CallsFile, ListQuery.Only(Navigation.Uri, [ListNames.Sort, .. Filters]));

    private string LiveWords => _until is null ? Text["IsLive"] : _list!.Newer switch
    {
        0 => Text["IsPaused"],
        1 => Text["IsPausedOne"],
        >= ListCalls.MostNewer => Text["IsPausedMore", ListCalls.MostNewer],
        var newer => Text["IsPausedMany", newer],
    };

    private ListCallsRequest Question =>
        TrafficFiles.CallsOf(NppoId, Search, Direction, Operation, Outcome, Address) with { Until = _until };

    private protected override IReadOnlyList<LiveTopic> Topics =>
        [NppoId is { } nppo ? new(SubjectKinds.Sandbox, nppo) : LiveTopic.All(SubjectKinds.Sandbox)];

    private protected override Reading Asks => Reading.Of(Question, Calls.HandleAsync, Show);

    private void Show(Result<CallList> found)
    {
        _refused = found.Error;
        if (!found.IsSuccess)
        {
            _list = null;
            return;
        }

        // Also a call that began before the pause and was answered after it leaves the table as it is.
        var isStill = _until is not null && _list is not null && _shown == Question;
        (_list, _shown) = (isStill ? found.Value with { Page = _list!.Page } : found.Value, Question);
    }

    private Task PauseOrGoOnAsync()
    {
        _until = _until is null ? Readings.Time.GetUtcNow().UtcDateTime : null;
        return ReloadAsync();
    }

    private void Apply(IReadOnlyDictionary<string, object?> filter) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(filter) { [ListNames.Page] = null }));
}
