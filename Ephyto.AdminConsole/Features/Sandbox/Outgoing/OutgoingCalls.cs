using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>Sends one SOAP message over a connection that was made before, and reads what is answered, within bounds.</summary>
internal sealed class OutgoingCalls(IOptions<OutgoingOptions> options, TimeProvider time)
{
    private const int KilobytesOfHeaders = 16;

    /// <param name="message">A SOAP envelope in UTF-8.</param>
    /// <exception cref="OutgoingException">Nothing was answered, or too much.</exception>
    public async Task<SoapAnswer> SendAsync(OutgoingLine line, Uri address, string action, byte[] message, CancellationToken ct)
    {
        var isTaken = false;
        // What is left of the time of the whole call.
        var left = TimeSpan.FromSeconds(options.Value.CallSeconds) - time.GetElapsedTime(line.BegunAt);
        using CancellationTokenSource limit = new(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        using SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = KilobytesOfHeaders,
            ActivityHeadersPropagator = null,
            // The one connection whose address was looked at. There is no second one.
            ConnectCallback = (_, _) => Interlocked.Exchange(ref isTaken, true)
                ? throw new IOException("The connection is gone.") : ValueTask.FromResult<Stream>(line.Stream),
        };
        using HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using HttpRequestMessage request = new(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(message),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/xml") { CharSet = "utf-8" };
        request.Headers.TryAddWithoutValidation("SOAPAction", $"\"{action}\"");
        request.Headers.ConnectionClose = true;
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var bytes = await ReadAsync(answer, either.Token);
            return SoapAnswer.Read((int)answer.StatusCode, bytes, Encoding.UTF8.GetString(bytes));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new OutgoingException(OutgoingStage.Answer, "AnswerBroken");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw OutgoingException.TimedOut(OutgoingStage.Answer, options.Value.CallSeconds);
        }
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var most = options.Value.AnswerKilobytes * 1024;
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        using MemoryStream kept = new();
        var part = new byte[16 * 1024];
        for (int count; (count = await body.ReadAsync(part, ct)) > 0;)
        {
            if (kept.Length + count > most)
                throw new OutgoingException(OutgoingStage.Answer, "AnswerTooLarge", (most / 1024).ToString(CultureInfo.InvariantCulture));
            kept.Write(part, 0, count);
        }

        return kept.ToArray();
    }
}
