using Ephyto.AdminConsole.Platform.Links;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>What a browser may keep of an answer, and tell others of it.</summary>
internal static class HeadersOfPrivacy
{
    /// <summary>
    /// As the framework has it for every page with a form, whose token belongs to nobody else; less would be overridden with a warning.
    /// </summary>
    public const string KeepNothing = "no-cache, no-store";

    private const string ReferrerPolicy = "Referrer-Policy";
    private static readonly TimeSpan UntilTheNextPage = TimeSpan.FromDays(1);

    public static IApplicationBuilder UsePrivacy(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(Complete, http);
        return next(http);
    });

    /// <summary>
    /// Who signs out leaves nothing in this browser: neither pages nor typed words, in no tab; the language and the colours stay.
    /// The console's own script tidies up on the next page (<c>js/kept.js</c>). Where the console is alone on its host the browser does
    /// it too, and whole; where it is not, what the neighbours keep would go with it.
    /// </summary>
    public static void LeaveNothing(this HttpContext http)
    {
        var cookies = ConsoleCookies.Of(http);
        cookies.Write(http, ConsoleCookies.Left, "1", UntilTheNextPage, forScripts: true);
        if (cookies.IsAloneOnItsHost) http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    private static Task Complete(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        if (headers[ReferrerPolicy].Count == 0)
            headers[ReferrerPolicy] = http.RequestServices.GetRequiredService<LinkRoutes>().AreAbove(http) ? "no-referrer" : "same-origin";
        if (headers.CacheControl.Count == 0 && IsPersonal(http)) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static bool IsPersonal(HttpContext http)
    {
        var metadata = http.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<StaticAssetDescriptor>() is not null) return false;
        return http.User.Identity?.IsAuthenticated == true || ClosedByDefault.IsClosed(http)
            || http.Response.Headers.SetCookie.Count > 0 || ConsoleCookies.Of(http).AreOfSomebody(http.Request);
    }
}
