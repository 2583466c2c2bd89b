using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>
/// The pages for what the server refuses, one for each status: in every language offered, because nobody has read which one is asked for,
/// and with the headers of every other answer.
/// </summary>
internal sealed class ServerRefusalPages(
    IServiceScopeFactory scopes, IOptions<LanguageOptions> languages, IOptions<HubOptions> hub, ILoggerFactory loggers)
{
    private const string EmptyBody = "\r\nContent-Length: 0\r\n";
    private const int StatusFrom = 9;

    private readonly ConcurrentDictionary<int, Lazy<Task<(string Headers, byte[] Body)>>> _made = new();

    /// <param name="answer">What the server is about to send.</param>
    /// <param name="toHead">Whether the head alone was asked for.</param>
    /// <returns>What is sent in its place; null where it is no bare refusal.</returns>
    public async ValueTask<byte[]?> InsteadOfAsync(ReadOnlyMemory<byte> answer, bool toHead)
    {
        if (StatusOfBare(answer.Span) is not { } status) return null;
        var (headers, body) = await _made.GetOrAdd(status, asked => new(() => MakeAsync(asked))).Value;
        var head = Encoding.Latin1.GetString(answer.Span).Replace(EmptyBody, $"\r\n{headers}", StringComparison.Ordinal);
        return toHead ? Encoding.Latin1.GetBytes(head) : [.. Encoding.Latin1.GetBytes(head), .. body];
    }

    // One whole head of an answer of 400 or above, that announces no body and has none.
    private static int? StatusOfBare(ReadOnlySpan<byte> answer) =>
        (answer.StartsWith("HTTP/1.1 4"u8) || answer.StartsWith("HTTP/1.1 5"u8)) && answer.IndexOf("\r\n\r\n"u8) == answer.Length - 4
            && answer.IndexOf("\r\nContent-Length: 0\r\n"u8) > 0
            && int.TryParse(answer.Slice(StatusFrom, 3), CultureInfo.InvariantCulture, out var status) ? status : null;

    private async Task<(string Headers, byte[] Body)> MakeAsync(int status)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ServerRefusalPage.Status)] = status });
        var page = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ServerRefusalPage>(parameters))
            .ToHtmlString());
        var body = Encoding.UTF8.GetBytes(page);
        var headers = await HeadersAsync(scope.ServiceProvider, body.Length);
        return (string.Concat(headers.SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}\r\n"))), body);
    }

    /// <summary>An answer of the console to nobody shows which headers they all have.</summary>
    private async Task<IHeaderDictionary> HeadersAsync(IServiceProvider services, long length)
    {
        var started = new Started();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Features.Set<IHttpResponseFeature>(started);
        http.Request.Scheme = hub.Value.PublicAddress!.Scheme;
        http.Request.Host = HostString.FromUriComponent(hub.Value.PublicAddress);
        var app = new ApplicationBuilder(services);
        app.UseHeaders();
        app.Run(answered =>
        {
            answered.Response.ContentType = "text/html; charset=utf-8";
            answered.Response.ContentLength = length;
            answered.Response.Headers.ContentLanguage = string.Join(", ", languages.Value.Offered.Select(language => language.Code));
            answered.Response.Headers.CacheControl = HeadersOfPrivacy.KeepNothing;
            return Task.CompletedTask;
        });
        await app.Build()(http);
        await started.StartAsync();
        return http.Response.Headers;
    }

    private sealed class Started : HttpResponseFeature
    {
        private readonly Stack<Func<Task>> _before = new();

        public override void OnStarting(Func<object, Task> callback, object state) => _before.Push(() => callback(state));

        // The last one first, as the server does.
        public async Task StartAsync()
        {
            while (_before.TryPop(out var before)) await before();
        }
    }
}
