using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>The language of whoever a link was sent to, as a two-letter code; null where it is not known.</summary>
internal delegate Task<string?> LinkLanguage(IServiceProvider services, AccessLink link, CancellationToken ct);

/// <summary>
/// What tells a link from others of its kind, for its holder: the country and the organization of a registration, the address
/// of an account. Null where nothing does, or where the holder may not know it any more.
/// </summary>
internal delegate Task<string?> LinkName(IServiceProvider services, AccessLink link, CancellationToken ct);

/// <summary>Where the links of a purpose lead: e-mails carry <c>{Path}/{secret}</c>, the page lies at <c>{Path}</c>.</summary>
/// <param name="ExplainsRevoked">The page itself says what became of the matter of a revoked link.</param>
internal sealed record LinkRoute(LinkPurpose Purpose, string Path, LinkLanguage? LanguageOf, LinkName? NameOf, bool ExplainsRevoked)
{
    /// <summary>A used link still shows the outcome to its holder; the page itself offers no action then.</summary>
    public bool LeadsToPage(LinkState state) =>
        state is LinkState.Open or LinkState.Used || (ExplainsRevoked && state == LinkState.Revoked);

    /// <summary>Where a link leads that was opened in this browser.</summary>
    public string AddressOf(AccessLink link, DateTime now) => link.StateAt(now) is var state && LeadsToPage(state)
        ? LinkHandle.Address(Path, link.Id)
        : LinkHandle.Address("link-problem", link.Id, ("purpose", Purpose.ToString()), ("state", state.ToString()));
}

/// <summary>All of them, as the slices mapped them.</summary>
internal sealed class LinkRoutes
{
    private readonly Dictionary<LinkPurpose, LinkRoute> _routes = [];

    public void Add(LinkRoute route) => _routes.Add(route.Purpose, route);

    public LinkRoute Of(LinkPurpose purpose) => _routes[purpose];

    /// <summary>The route whose page the request asks for, null for every other page.</summary>
    public LinkRoute? At(HttpContext http) => _routes.Values.FirstOrDefault(route => http.IsAt(route.Path));

    /// <summary>Whether the request asks for such a page, for a link itself, or for what is done on the page.</summary>
    public bool AreAbove(HttpContext http)
    {
        if ((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Trim('/') is not { } pattern) return false;
        var above = pattern.LastIndexOf('/') is > 0 and var end ? pattern[..end] : pattern;
        return _routes.Values.Any(route => route.Path.Trim('/') is var path
            && (path.Equals(pattern, StringComparison.OrdinalIgnoreCase) || path.Equals(above, StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>
/// Sends a new link to the holder of one that no longer works, if there is still something to open. Contributed by slices.
/// </summary>
internal interface ILinkRenewal
{
    LinkPurpose Purpose { get; }

    /// <summary>Does nothing where nothing is open: the caller says the same in either case.</summary>
    Task RenewAsync(AccessLink link, CancellationToken ct);
}
