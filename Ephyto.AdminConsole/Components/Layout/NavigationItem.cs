using System.Security.Claims;
using Ephyto.AdminConsole.Components.Shared;

namespace Ephyto.AdminConsole.Components.Layout;

/// <summary>One entry of the signed-in area's drawer.</summary>
/// <param name="Href">Address inside the console, e.g. <c>hub/registrations</c>.</param>
/// <param name="Label">Read at each rendering, in the reader's language.</param>
/// <param name="Icon">One of the console's own icons.</param>
/// <param name="Order">Ascending; an organisation's own area uses 100–199, the Hub's desk 200–299, a person's own account 900–999.</param>
/// <param name="IsVisible">Whether this person sees the entry. The page behind it checks again.</param>
internal sealed record NavigationItem(string Href, Func<string> Label, IconKind Icon, int Order, Func<ClaimsPrincipal, bool> IsVisible)
{
    /// <summary>The heading the entry stands under, or null.</summary>
    public Func<string>? Group { get; init; }

    /// <summary>True where only the address itself marks the entry as current (a parent of other entries).</summary>
    public bool ExactMatch { get; init; }
}

/// <summary>A slice adds its entries to the drawer by registering one of these as a singleton.</summary>
internal interface INavigationContributor
{
    IEnumerable<NavigationItem> Items { get; }
}
