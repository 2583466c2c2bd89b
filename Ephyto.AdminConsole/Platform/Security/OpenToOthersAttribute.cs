namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Marks an endpoint of public data: pages of other sites may read it as well, without anybody's cookies.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OpenToOthersAttribute : Attribute;

internal static class OpenToOthers
{
    /// <summary>Comes before the headers of every answer, so that it has the last word on its own.</summary>
    public static IApplicationBuilder UseOpenToOthers(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<OpenToOthersAttribute>() is null) return Task.CompletedTask;
            http.Response.Headers.AccessControlAllowOrigin = "*";
            http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
