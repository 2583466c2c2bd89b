using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;

/// <summary>A server of a member, on loopback, that behaves as the test says.</summary>
internal sealed class MemberServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    private MemberServer(Func<MemberServer, Stream, Task> serve)
    {
        _listener.Start();
        _serving = ServeAsync(serve);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"https://{MadeAuthority.Host}:{Port}/hub";

    /// <summary>What was sent to it, headers and body, in the order in which it came.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The thumbprint of the client certificate that was shown last.</summary>
    public string? Shown { get; private set; }

    /// <summary>How many connected.</summary>
    public int Connections { get; private set; }

    /// <summary>That a server which never answers has come to the point at which it does not.</summary>
    public Task Heard => _heard.Task;

    /// <summary>Speaks no TLS, or a TLS of its own.</summary>
    public static MemberServer Raw(byte[] answer) => new(async (server, stream) =>
    {
        if (await stream.ReadAsync(new byte[4_096]) == 0) return;
        server.Requests.Enqueue("");
        if (answer.Length > 0) await stream.WriteAsync(answer);
    });

    /// <summary>Takes the connection and says nothing.</summary>
    public static MemberServer Mute() => new(async (server, stream) =>
    {
        // The greeting of TLS: whoever sends it knows that the connection is there.
        await stream.ReadExactlyAsync(new byte[1]);
        await server.StuckAsync();
    });

    /// <summary>Answers every request with the same bytes; with none, it takes the request and says nothing.</summary>
    public static MemberServer Tls(X509Certificate2 certificate, byte[]? answer, X509Certificate2? middle = null, bool asks = true,
        SslProtocols versions = SslProtocols.None) => new(
        async (server, stream) =>
        {
            await using SslStream tls = new(stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = SslStreamCertificateContext.Create(certificate, middle is null ? null : [middle], offline: true),
                ClientCertificateRequired = asks,
                EnabledSslProtocols = versions,
                // Takes any certificate, and none: the test asks afterwards which one was shown.
#pragma warning disable CA5359
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                {
                    server.Shown = (shown as X509Certificate2)?.GetCertHashString(HashAlgorithmName.SHA256);
                    return true;
                },
#pragma warning restore CA5359
            });
            if (await ReadAsync(tls) is not { } request) return;
            server.Requests.Enqueue(request);
            if (answer is null) await server.StuckAsync();
            else await tls.WriteAsync(answer);
            await tls.FlushAsync();
        });

    public static byte[] Http(int status, string body, string headers = "Content-Type: text/xml\r\n") => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status} X\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");

    public static string Soap(string body) =>
        $"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{body}</s:Body></s:Envelope>";

    public static string Fault(string words) =>
        Soap($"<s:Fault><faultcode>s:Server</faultcode><faultstring>{words}</faultstring></s:Fault>");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task StuckAsync()
    {
        _heard.TrySetResult();
        TaskCompletionSource forever = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var end = _end.Token.Register(() => forever.TrySetResult());
        await forever.Task;
    }

    private async Task ServeAsync(Func<MemberServer, Stream, Task> serve)
    {
        List<Task> all = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Connections++;
                all.Add(ServeOneAsync(client, serve));
            }
        }
        // A listener that was stopped says of itself that it was never started.
        catch (Exception ended) when (
            ended is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            await Task.WhenAll(all);
        }
    }

    // The other side may go at any moment: that is what some tests are about.
    private async Task ServeOneAsync(TcpClient client, Func<MemberServer, Stream, Task> serve)
    {
        using (client)
        {
            try
            {
                await serve(this, client.GetStream());
            }
            catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException or SocketException)
            {
            }
        }
    }

    private static async Task<string?> ReadAsync(Stream stream)
    {
        List<byte> kept = [];
        var part = new byte[16_384];
        while (true)
        {
            var count = await stream.ReadAsync(part);
            if (count == 0) return null;
            kept.AddRange(part.AsSpan(0, count));
            var text = Encoding.UTF8.GetString([.. kept]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0) continue;
            var length = text[..end].Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            if (Encoding.UTF8.GetByteCount(text.AsSpan(end + 4))
                >= int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture)) return text;
        }
    }
}
