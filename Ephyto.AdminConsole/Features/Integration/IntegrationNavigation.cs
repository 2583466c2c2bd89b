using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Integration;

internal sealed class IntegrationNavigation(IStringLocalizer<IntegrationText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("nppo/integration", () => text["IntegrationMenu"], IconKind.Flag, 110, user => user.Memberships().Count > 0),
        new("nppo/connection", () => text["ConnectionMenu"], IconKind.Link, 125, user => user.Memberships().Count > 0),
        NavigationItem.OfHub("hub/integration", () => text["IntegrationMenu"], IconKind.Flask, 240),
    ];
}
