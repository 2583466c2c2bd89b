using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform;

internal static class BasePath
{
    /// <summary>
    /// The path of <c>Hub:PublicAddress</c> comes before every address of this console. A proxy may pass it on or strip it: either
    /// way it is the base of the request. Comes before routing.
    /// </summary>
    public static WebApplication UseBasePath(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<HubOptions>>().Value.BasePath is not { HasValue: true } basePath) return app;
        app.Use((http, next) =>
        {
            var request = http.Request;
            if (request.Path.StartsWithSegments(basePath, StringComparison.OrdinalIgnoreCase, out var written, out var rest))
            {
                // A browser keeps the cookies of one way of writing from the other, and links need the slash behind the base.
                if ((!string.Equals(written.Value, basePath.Value, StringComparison.Ordinal) || !rest.HasValue) && IsRead(request))
                {
                    http.Response.Redirect(basePath.Add(rest.HasValue ? rest : "/").ToUriComponent() + request.QueryString.ToUriComponent(),
                        permanent: false, preserveMethod: true);
                    return Task.CompletedTask;
                }

                request.Path = rest;
            }

            request.PathBase = basePath;
            return next(http);
        });
        return app;
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
