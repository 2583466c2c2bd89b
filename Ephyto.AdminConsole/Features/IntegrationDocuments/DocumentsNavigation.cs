using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments;

internal sealed class DocumentsNavigation(IStringLocalizer<DocumentsText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("nppo/documents", () => text["DocumentsMenu"], IconKind.Document, 120, user => user.Memberships().Count > 0),
        NavigationItem.OfHub("hub/documents", () => text["LibraryMenu"], IconKind.Document, 250),
    ];
}
