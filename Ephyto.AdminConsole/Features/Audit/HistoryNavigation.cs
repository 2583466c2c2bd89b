using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit;

internal sealed class HistoryNavigation(IStringLocalizer<HistoryText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        new("nppo/history", () => text["History"], IconKind.History, 190,
            user => user.Memberships().Any(membership => membership.Role.Allows(Permission.HistoryView))),
    ];
}
