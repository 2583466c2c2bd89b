using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit;

internal sealed class AuditNavigation(IStringLocalizer<AuditText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("hub/audit", () => text["Title"], IconKind.History, 270, user => user.HasClaim(claim => claim.Type == ConsoleClaims.HubRole))
        {
            Group = () => text["MenuGroup"],
        },
    ];
}
