using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Platform.Links;

internal static class LinksModule
{
    public static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<LinkSecrets>()
        .AddSingleton<LinkCookies>()
        .AddSingleton<LinkIssuer>()
        .AddSingleton<LinkUse>();

    /// <summary>
    /// Maps <c>GET {path}/{secret}</c>: it shows and changes nothing. The secret is swapped for a cookie and the reader sent
    /// to the clean address; <c>HEAD</c>, which scanners use, does not even that.
    /// </summary>
    public static IEndpointRouteBuilder MapLink(this IEndpointRouteBuilder endpoints, LinkPurpose purpose, string path)
    {
        endpoints.MapGet($"{path}/{{secret:length(43)}}", (string secret, HttpContext http, LinkUse links, LinkCookies cookies, TimeProvider time) =>
            OpenAsync(new LinkRoute(purpose, path), secret, http, links, cookies, time));
        endpoints.MapMethods($"{path}/{{secret:length(43)}}", [HttpMethods.Head], () => Results.Ok());
        return endpoints;
    }

    private static async Task<IResult> OpenAsync(
        LinkRoute route, string secret, HttpContext http, LinkUse links, LinkCookies cookies, TimeProvider time)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var link = await links.FindAsync(secret, http.RequestAborted);
        if (link is null || link.Purpose != route.Purpose) return Results.LocalRedirect("/link-problem?state=Unknown");

        cookies.Remember(http, link.Purpose, link.Id);
        var state = link.StateAt(time.GetUtcNow().UtcDateTime);
        // A used link still shows the outcome to its holder; the page itself offers no action then.
        return Results.LocalRedirect(state is LinkState.Open or LinkState.Used ? route.Path : $"/link-problem?purpose={route.Purpose}&state={state}");
    }
}
