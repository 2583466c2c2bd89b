using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Own;

internal sealed class NpposNavigation(IStringLocalizer<NpposText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("nppo", () => text["MyOrganization"], IconKind.Building, 100, user => user.Memberships().Count > 0) { ExactMatch = true },
    ];
}
