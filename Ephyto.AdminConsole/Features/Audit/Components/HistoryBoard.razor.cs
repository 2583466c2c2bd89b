using System.Globalization;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit.Pages;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit.Components;

/// <summary>What was done in one organisation, live.</summary>
public sealed partial class HistoryBoard
{
    private History? _history;
    private DomainError? _refused;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    [Parameter, EditorRequired] public string Organization { get; set; } = "";

    [SupplyParameterFromQuery(Name = "person")] private string? Person { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? Page { get; set; }

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
    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var page = int.TryParse(Page, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var request = new ListHistoryRequest(NppoId, AuditFilter.Read(Person, null, Kind, null, From, To, Zone), page);
        var result = await Acts.HandleAsync(request, await Reader.ToActorAsync(), CancellationToken.None);
        (_refused, _history) = (result.Error, result.IsSuccess ? result.Value : null);
    }

    private void Apply(IReadOnlyDictionary<string, object?> filter) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filter));
}
