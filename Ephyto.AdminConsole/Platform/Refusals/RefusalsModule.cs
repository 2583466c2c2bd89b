using System.Globalization;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>
/// Sees to it that no refusal is empty, none speaks to developers, and what is nobody's fault is not answered as one. Whoever
/// asks for JSON reads it as a problem (RFC 9457); everybody else is shown a page, which the shell makes from the status.
/// </summary>
internal static partial class RefusalsModule
{
    private const string RetryAfterSeconds = "5";

    /// <summary>Comes inside the status pages, and after the language is known.</summary>
    public static IApplicationBuilder UseRefusals(this IApplicationBuilder app) => app.Use(AnswerAsync);

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            await next(http);
            return;
        }

        var words = await RunAsync(http, next);
        if (http.Response.StatusCode < 400 || http.Response.HasStarted || words.Passed) return;

        // Nothing was written, whatever was announced.
        http.Response.ContentType = null;
        http.Response.ContentLength = null;
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest && http.Features.Get<Refusal>() is null && IsFormOfPage(http))
            http.Features.Set(Refusal.OfUsedForm(http));

        if (WantsJson(http.Request)) await WriteProblemAsync(http);
        else ShowPage(http);
    }

    // Its token held, but the page has no such form.
    private static bool IsFormOfPage(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType
            && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static async Task<FrameworkTextFilter> RunAsync(HttpContext http, RequestDelegate next)
    {
        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var words = new FrameworkTextFilter(body, http.Response);
        http.Features.Set<IHttpResponseBodyFeature>(words);
        try
        {
            await next(http);
        }
        catch (Exception failed)
            when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && Meet(http, failed) is { } refusal)
        {
            http.Response.Clear();
            http.Response.StatusCode = refusal.Status;
            if (refusal.Status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = RetryAfterSeconds;
            http.Features.Set(refusal);
        }
        finally
        {
            http.Features.Set(body);
        }

        return words;
    }

    // In Development the framework's page shows a bug whole; elsewhere the reader gets its number, and the log the rest.
    private static Refusal? Meet(HttpContext http, Exception failed)
    {
        var refusal = Refusal.Of(http, failed);
        if (refusal is null && http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment()) return null;

        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusalsModule));
        if (refusal is null) LogBug(log, failed, http.Request.Method, PageOf(http));
        else if (refusal.Status >= 500) LogTrouble(log, failed, http.Request.Method, PageOf(http));
        return refusal ?? new(StatusCodes.Status500InternalServerError, null, null, null);
    }

    // The pattern, not the address: that may carry the secret of a link, or what a form was shown for.
    private static string PageOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";

    /// <summary>Below these there is nothing but data. Where nothing was found no route says it, so the address has to.</summary>
    private static bool IsOfData(HttpContext http) => http.AskedFor() is var asked
        && (asked.StartsWith("api/", StringComparison.OrdinalIgnoreCase)
            || asked.StartsWith("openapi/", StringComparison.OrdinalIgnoreCase));

    private static bool WantsJson(HttpRequest request)
    {
        if (IsOfData(request.HttpContext)) return true;
        var accept = request.Headers.Accept.ToString();
        if (accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)) return false;
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase)
            || request.Headers["Sec-Fetch-Dest"] == "empty"
            || request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ForProgramsAttribute>() is not null;
    }

    private static Task WriteProblemAsync(HttpContext http)
    {
        var response = http.Response;
        var refusal = http.Features.Get<Refusal>();
        var words = refusal?.Said
            ?? RefusalMessage.Of(http.RequestServices.GetRequiredService<IStringLocalizer<RefusalText>>(), response.StatusCode,
                refusal?.Kind, IsOfData(http));
        response.Headers[HeaderNames.ContentLanguage] = CultureInfo.CurrentUICulture.Name;
        response.Headers.CacheControl = "no-store";
        return response.WriteAsJsonAsync(
            new ProblemDetails { Status = response.StatusCode, Title = words.Title, Detail = $"{words.Lead} {words.Next}" },
            options: null, contentType: "application/problem+json", http.RequestAborted);
    }

    // The page is only shown: sent on as what it was, it would be refused once more, without words.
    private static void ShowPage(HttpContext http)
    {
        http.Response.Headers.CacheControl = HeadersOfPrivacy.KeepNothing;
        http.Request.Method = HttpMethods.Get;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void LogBug(ILogger log, Exception failed, string method, string path);

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} could not be served: the store did not take it")]
    private static partial void LogTrouble(ILogger log, Exception failed, string method, string path);
}
