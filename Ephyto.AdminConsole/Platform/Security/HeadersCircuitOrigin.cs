using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Comes after routing. A browser lets any site open a WebSocket to any other, cookies included: the circuit takes its own pages only.
/// </summary>
internal static class HeadersCircuitOrigin
{
    public static IApplicationBuilder UseCircuitOriginCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.IsUnder(MatchedRoute.Circuit) || context.RequestServices.GetRequiredService<OwnHost>().SentIt(context.Request))
        {
            return next(context);
        }

        context.RequestServices.GetRequiredService<SecurityWatch>().Note(SecuritySignal.FormRefused);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });
}
