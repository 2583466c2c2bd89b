using Microsoft.AspNetCore.Antiforgery;

namespace Ephyto.AdminConsole.Platform.Security;

internal static class FormGuard
{
    /// <summary>
    /// Answers 400 to a form without the token of the page it stands on, before any handler reads it: what the framework does
    /// with such a form differs between pages and endpoints.
    /// </summary>
    public static IApplicationBuilder UseFormGuard(this IApplicationBuilder app) => app.UseAntiforgery().Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
