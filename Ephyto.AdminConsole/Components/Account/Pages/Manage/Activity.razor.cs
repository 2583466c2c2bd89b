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

    [SupplyParameterFromQuery] private int Page { get; set; }

    protected override async Task OnInitializedAsync() => _page = await List.HandleAsync(Page, Http.User.ToActor(), Aborted);

    private static string? ReasonOf(AuditEntry entry) => AuditTrail.FactsOf(entry).GetValueOrDefault("reason");
}
