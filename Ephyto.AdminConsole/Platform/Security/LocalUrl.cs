using Microsoft.AspNetCore.Http.HttpResults;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Redirects stay inside this console.</summary>
internal static class LocalUrl
{
    /// <summary>The address when it is a path of this console, else the home page.</summary>
    public static string OrHome(string? url) =>
        !string.IsNullOrEmpty(url) && url[0] == '/' && RedirectHttpResult.IsLocalUrl(url) ? url : "/";

    /// <summary>A browser that loads a page ahead of its reader must not change what the reader sees.</summary>
    public static bool IsPrefetch(this HttpContext context) =>
        context.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);
}
