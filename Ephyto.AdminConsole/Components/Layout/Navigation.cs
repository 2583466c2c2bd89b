using System.Security.Claims;

namespace Ephyto.AdminConsole.Components.Layout;

/// <summary>All slices' entries, in order.</summary>
internal sealed class Navigation(IEnumerable<INavigationContributor> contributors)
{
    private readonly List<NavigationItem> _items = [.. contributors.SelectMany(contributor => contributor.Items)
        .OrderBy(item => item.Order)];

    public IEnumerable<NavigationItem> For(ClaimsPrincipal user) => _items.Where(item => item.IsVisible(user));
}
