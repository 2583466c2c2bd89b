using System.Globalization;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Auditing;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

/// <summary>What a person did, and what happened to their account.</summary>
public sealed partial class Activity
{
    private PageOf<AuditEntry> _page = PageOf<AuditEntry>.Empty;

    [Inject] internal ListActivity List { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    // Text: what is no number in an address is the first page, not a failure.
    [SupplyParameterFromQuery] private string? Page { get; set; }

    private int PageNumber => int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    protected override async Task OnInitializedAsync() => _page = await List.HandleAsync(PageNumber, Http.User.ToActor(), Aborted);

    private static string? ReasonOf(AuditEntry entry) => AuditTrail.FactsOf(entry).GetValueOrDefault("reason")?.Value;
}
