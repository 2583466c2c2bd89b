using Microsoft.Net.Http.Headers;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>A browser lets any site open a WebSocket to any other, cookies included: the circuit takes its own pages only.</summary>
internal static class HeadersCircuitOrigin
{
    private const string CircuitPath = "/_blazor";

    public static IApplicationBuilder UseCircuitOriginCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(CircuitPath, StringComparison.Ordinal) || IsOwn(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers[HeaderNames.Origin].ToString();
        if (origin.Length == 0)
        {
            return true;
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
