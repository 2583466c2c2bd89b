using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit;

internal sealed class AuditNavigation(IStringLocalizer<AuditText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        NavigationItem.OfHub("hub/audit", () => text["Title"], IconKind.History, 270),
    ];
}
