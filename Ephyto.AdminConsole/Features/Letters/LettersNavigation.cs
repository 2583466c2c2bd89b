using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Letters;

internal sealed class LettersNavigation(IStringLocalizer<LettersText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("nppo/letters", () => text["Menu"], IconKind.Email, 150, user => user.Memberships().Count > 0),
        NavigationItem.OfHub("hub/letters", () => text["HubMenu"], IconKind.Email, 245),
    ];
}
