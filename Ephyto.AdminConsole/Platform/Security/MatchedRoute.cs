using Microsoft.AspNetCore.Routing.Patterns;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Where routing leads a request. A path can be written in many ways (<c>/_Blazor</c>, <c>/%5Fblazor</c>) that routing takes for
/// one: who compares the path itself is walked around.
/// </summary>
internal static class MatchedRoute
{
    /// <summary>The first segment of every address that a circuit of Blazor uses.</summary>
    public const string Circuit = "_blazor";

    /// <summary>Whether the request has found a route whose pattern begins with this segment.</summary>
    public static bool IsUnder(this HttpContext http, string segment) =>
        http.GetEndpoint() is RouteEndpoint { RoutePattern.PathSegments: [{ Parts: [RoutePatternLiteralPart first] }, ..] }
        && string.Equals(first.Content, segment, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the request has found the route with this pattern; a slash at either end counts for nothing.</summary>
    public static bool IsAt(this HttpContext http, string pattern) =>
        http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } own }
        && string.Equals(own.Trim('/'), pattern.Trim('/'), StringComparison.OrdinalIgnoreCase);
}
