using System.Text;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.Domain.Sandbox;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>What the sandbox's own port answers, from the connection to the call and back: one address, and nothing else.</summary>
internal sealed class SandboxEndpoint(SandboxService service, IOptions<SandboxOptions> options, TimeProvider time)
{
    /// <summary>As at the Hub, without the slash at its beginning.</summary>
    public const string Path = "hub/DeliveryService";

    private static readonly PathString Own = new(string.Concat("/", Path));

    public async Task HandleAsync(HttpContext http)
    {
        var begun = time.GetTimestamp();
        if (!http.Request.Path.Equals(Own, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var isGet = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var asksForWsdl = isGet && http.Request.Query.ContainsKey("wsdl");
        if (!asksForWsdl && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "GET, HEAD, POST";
            return;
        }

        var certificate = http.Connection.ClientCertificate is { } shown ? CertificateIdentity.Of(shown) : null;
        var address = asksForWsdl ? $"https://{http.Request.Host}/{Path}" : null;
        var action = http.Request.Headers["SOAPAction"].ToString().Trim(' ', '"');
        SandboxRequest request = new(certificate, _ => ReadAsync(http), address, begun, action);
        await SendAsync(http, await service.AnswerAsync(request, http.RequestAborted));
    }

    private async Task<SandboxBody> ReadAsync(HttpContext http)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.BodySeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, http.RequestAborted);
        using var bytes = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(bytes, either.Token);
            return new(bytes.ToArray(), CharsetOf(http.Request));
        }
        catch (BadHttpRequestException refused)
        {
            return Refuse(http, refused.StatusCode, refused.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => new(SandboxReason.TooLarge, $"≤ {options.Value.MaximumMegabytes} MB"),
                StatusCodes.Status408RequestTimeout =>
                    new(SandboxReason.Stalled, $"{Came(http, bytes)}, < {SandboxServer.Slowest.BytesPerSecond:0} B/s"),
                // In the server's words: of what is written in chunks it hands on none that stands beside a wrong one.
                _ => new(SandboxReason.BrokenOff, refused.Message.TrimEnd('.')),
            });
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            return Refuse(http, StatusCodes.Status408RequestTimeout, new(SandboxReason.TooSlow, $"≤ {options.Value.BodySeconds} s"));
        }
        catch (IOException)
        {
            // Whoever sent it is gone.
            return Refuse(http, StatusCodes.Status400BadRequest, new(SandboxReason.BrokenOff, Came(http, bytes)));
        }
    }

    /// <summary>Of one that was too large or too slow nobody waits for the rest.</summary>
    private static SandboxBody Refuse(HttpContext http, int status, SandboxExplanation why)
    {
        http.Response.Headers.Connection = "close";
        return new([], null, why, status);
    }

    /// <summary>How much of the message was there, and of how much, where that was announced.</summary>
    private static string Came(HttpContext http, MemoryStream bytes) =>
        http.Request.ContentLength is { } all ? $"{bytes.Length} / {all} B" : $"{bytes.Length} B";

    private static async Task SendAsync(HttpContext http, SandboxAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    /// <returns>Null where none is named, or one that is not known: then the message itself says it, or is in UTF-8.</returns>
    private static Encoding? CharsetOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return null;
        if (type.Charset.Value is not { Length: > 0 } name) return null;
        try
        {
            return Encoding.GetEncoding(name.Trim('"'));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // The second is UTF-7, which the framework knows and reads no more.
            return null;
        }
    }
}
