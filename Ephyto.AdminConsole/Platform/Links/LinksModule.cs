using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Links;

internal static class LinksModule
{
    public static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<LinkSecrets>()
        .AddSingleton<LinkCookies>()
        .AddSingleton<LinkRoutes>()
        .AddSingleton<LinkChoices>()
        .AddSingleton<ShownForms>()
        .AddSingleton<LinkIssuer>()
        .AddSingleton<LinkUse>();

    /// <summary>
    /// Maps <c>GET {path}/{secret}</c>: it shows and changes nothing. The secret is swapped for a cookie and the reader sent
    /// to a clean address that names which link it is; <c>HEAD</c>, which scanners use, does not even that.
    /// </summary>
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="purpose">Only links of this purpose open here.</param>
    /// <param name="path">Where the page lies.</param>
    /// <param name="explainsRevoked">See <see cref="LinkRoute.ExplainsRevoked"/>.</param>
    /// <param name="languageOf">The language of the link's reader, for a browser that has not chosen one; null keeps the browser's.</param>
    /// <param name="nameOf">What tells the link from others of its kind.</param>
    public static IEndpointRouteBuilder MapLink(
        this IEndpointRouteBuilder endpoints, LinkPurpose purpose, string path, LinkLanguage? languageOf = null,
        bool explainsRevoked = false, LinkName? nameOf = null)
    {
        var route = new LinkRoute(purpose, path, languageOf, nameOf, explainsRevoked);
        endpoints.ServiceProvider.GetRequiredService<LinkRoutes>().Add(route);
        endpoints.MapGet($"{path}/{{secret:length(43)}}", (string secret, HttpContext http) => OpenAsync(route, secret, http))
            .AllowAnonymous();
        endpoints.MapMethods($"{path}/{{secret:length(43)}}", [HttpMethods.Head], () => Results.Ok()).AllowAnonymous();
        return endpoints;
    }

    /// <summary>Maps what the button "Send a new link" posts to. The answer is the same whatever was found.</summary>
    public static void MapLinkRenewal(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/link-problem/renew", async (
        [FromForm] string? purpose, HttpContext http, LinkCookies cookies, LinkUse links, EmailLimits limits,
            IEnumerable<ILinkRenewal> renewals) =>
    {
        if (Enum.TryParse<LinkPurpose>(purpose, out var wanted) && cookies.Recall(http, wanted) is { } id
            && await links.FindAsync(id, http.RequestAborted) is { } link && link.Purpose == wanted
            && renewals.FirstOrDefault(renewal => renewal.Purpose == wanted) is { } renewal
            && await limits.AllowAsync(EmailCause.LinkRenewal, $"{wanted}/{link.SubjectId:N}", null, http.RequestAborted))
                await renewal.RenewAsync(link, http.RequestAborted);
        return LocalUrl.Redirect("link-problem?state=Renewed");
    }).AllowAnonymous().RequireRateLimiting(RateLimits.AnonymousForms);

    private static async Task<IResult> OpenAsync(LinkRoute route, string secret, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var services = http.RequestServices;
        var link = await services.GetRequiredService<LinkUse>().FindAsync(secret, http.RequestAborted);
        if (link is null || link.Purpose != route.Purpose)
        {
            services.GetRequiredService<SecurityWatch>().Note(SecuritySignal.LinkRefused);
            return LocalUrl.Redirect("link-problem?state=Unknown");
        }

        services.GetRequiredService<LinkCookies>().Remember(http, link);
        if (route.LanguageOf is not null && !LanguageChoice.IsMade(http)
            && Languages.Find(await route.LanguageOf(services, link, http.RequestAborted)) is { } language
            && services.GetRequiredService<IOptions<LanguageOptions>>().Value.Offered.Contains(language))
                LanguageChoice.Remember(http, language);

        var address = route.AddressOf(link, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        // The page knows which codes it has a sentence for.
        return LocalUrl.Redirect(http.Request.Query["problem"].ToString() is { Length: > 0 } problem
            ? QueryHelpers.AddQueryString(address, "problem", problem) : address);
    }
}
