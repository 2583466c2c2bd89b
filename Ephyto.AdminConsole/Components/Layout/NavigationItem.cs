using System.Security.Claims;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Components.Layout;

/// <summary>One entry of the signed-in area's drawer.</summary>
/// <param name="Href">Address inside the console, e.g. <c>hub/registrations</c>.</param>
/// <param name="Label">Read at each rendering, in the reader's language.</param>
/// <param name="Icon">One of the console's own icons.</param>
/// <param name="Order">Ascending; an organization's own area uses 100–199, the Hub's desk 200–299, a person's own account 900–999.</param>
/// <param name="IsVisible">Whether this person sees the entry. The page behind it checks again.</param>
internal sealed record NavigationItem(string Href, Func<string> Label, IconKind Icon, int Order, Func<ClaimsPrincipal, bool> IsVisible)
{
    /// <summary>Of the hub's own pages, which stand under a heading of their own.</summary>
    public bool IsOfHub { get; init; }

    /// <summary>True where only the address itself marks the entry as current (a parent of other entries).</summary>
    public bool ExactMatch { get; init; }

    /// <summary>An entry for everybody of the hub.</summary>
    public static NavigationItem OfHub(string href, Func<string> label, IconKind icon, int order) =>
        new(href, label, icon, order, user => user.HasClaim(claim => claim.Type == ConsoleClaims.HubRole)) { IsOfHub = true };
}

/// <summary>A slice adds its entries to the drawer by registering one of these as a singleton.</summary>
internal interface INavigationContributor
{
    IEnumerable<NavigationItem> Items { get; }
}
