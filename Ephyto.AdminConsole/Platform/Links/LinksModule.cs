using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

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
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="purpose">Only links of this purpose open here.</param>
    /// <param name="path">Where the page lies.</param>
    /// <param name="explainsRevoked">See <see cref="LinkRoute.ExplainsRevoked"/>.</param>
    /// <param name="languageOf">The language of the link's reader, for a browser that has not chosen one; null keeps the browser's.</param>
    public static IEndpointRouteBuilder MapLink(
        this IEndpointRouteBuilder endpoints, LinkPurpose purpose, string path, LinkLanguage? languageOf = null, bool explainsRevoked = false)
    {
        var route = new LinkRoute(purpose, path, languageOf, explainsRevoked);
        endpoints.MapGet($"{path}/{{secret:length(43)}}", (string secret, HttpContext http) => OpenAsync(route, secret, http));
        endpoints.MapMethods($"{path}/{{secret:length(43)}}", [HttpMethods.Head], () => Results.Ok());
        return endpoints;
    }

    /// <summary>Maps what the button "Send a new link" posts to. The answer is the same whatever was found.</summary>
    public static void MapLinkRenewal(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/link-problem/renew", async (
        [FromForm] string? purpose, HttpContext http, LinkCookies cookies, LinkUse links, IEnumerable<ILinkRenewal> renewals) =>
    {
        if (Enum.TryParse<LinkPurpose>(purpose, out var wanted) && cookies.Recall(http, wanted) is { } id && await links.FindAsync(id, http.RequestAborted) is { } link
            && renewals.FirstOrDefault(renewal => renewal.Purpose == wanted) is { } renewal) await renewal.RenewAsync(link, http.RequestAborted);
        return Results.LocalRedirect("/link-problem?state=Renewed");
    }).RequireRateLimiting(RateLimits.AnonymousForms);

    private static async Task<IResult> OpenAsync(LinkRoute route, string secret, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var services = http.RequestServices;
        var link = await services.GetRequiredService<LinkUse>().FindAsync(secret, http.RequestAborted);
        if (link is null || link.Purpose != route.Purpose) return Results.LocalRedirect("/link-problem?state=Unknown");

        services.GetRequiredService<LinkCookies>().Remember(http, link.Purpose, link.Id);
        if (route.LanguageOf is not null && !LanguageChoice.IsMade(http)
            && Languages.Find(await route.LanguageOf(services, link, http.RequestAborted)) is { } language
            && services.GetRequiredService<IOptions<LanguageOptions>>().Value.Offered.Contains(language)) LanguageChoice.Remember(http, language);

        var state = link.StateAt(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return Results.LocalRedirect(route.LeadsToPage(state) ? route.Path : $"/link-problem?purpose={route.Purpose}&state={state}");
    }
}
