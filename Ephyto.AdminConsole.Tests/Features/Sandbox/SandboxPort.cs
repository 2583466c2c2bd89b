using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>The sandbox's own port over real TLS, and a country that may call it.</summary>
public abstract class SandboxPort : IAsyncLifetime
{
    private protected ConsoleHost Host { get; private set; } = null!;

    private protected CallingSystem Kenya { get; private set; } = null!;

    private protected X509Certificate2 Server { get; private set; } = null!;

    private protected Uri Address => Host.Get<SandboxServer>().Address!;

    public async ValueTask InitializeAsync()
    {
        Host = await ConsoleHost.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Sandbox:Port"] = "0", ["Sandbox:MaximumMegabytes"] = "1", ["Sandbox:BodySeconds"] = "30",
        });
        Kenya = await CallingSystem.SetUpAsync(Host, "KE");
        await Host.Get<SandboxServer>().StartAsync(default);
        Server = X509Certificate2.CreateFromPem(await Host.Get<ServerIdentity>().FetchPemAsync(default));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.Get<SandboxServer>().StopAsync(default);
        Server.Dispose();
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected HttpClient Client(X509Certificate2? certificate) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        SslOptions = new()
        {
            ClientCertificates = certificate is null ? null : [certificate],
            LocalCertificateSelectionCallback = certificate is null ? null : (_, _, _, _, _) => certificate,
            RemoteCertificateValidationCallback = (_, shown, _, errors) =>
                !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && shown!.GetRawCertData().SequenceEqual(Server.RawData),
        },
    });

    /// <summary>A connection on which every byte is the test's. The client itself asks nobody for the sake of its certificate.</summary>
    private protected async Task<SslStream> ConnectAsync(X509Certificate2 certificate)
    {
        TcpClient tcp = new();
        await tcp.ConnectAsync(IPAddress.Loopback, Address.Port);
        SslStream tls = new(tcp.GetStream(), false, (_, shown, _, _) => shown is not null);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost", ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
        });
        return tls;
    }

    /// <returns>Of the answer, as far as the number of its status.</returns>
    private protected static async Task<string> StatusAsync(Stream connection)
    {
        var answer = new byte["HTTP/1.1 200".Length];
        await connection.ReadExactlyAsync(answer).AsTask().WaitAsync(Patience.Usual);
        return Encoding.ASCII.GetString(answer)[^3..];
    }

    private protected async Task<HttpResponseMessage> PostAsync(HttpClient client, string message, string? action = "\"\"")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        request.Content = new StringContent(message, Encoding.UTF8, "text/xml");
        if (action is not null) request.Headers.TryAddWithoutValidation("SOAPAction", action);
        request.Headers.ExpectContinue = true;
        return await client.SendAsync(request);
    }

    private protected static async Task<SoapAnswer> ReadAsync(HttpResponseMessage answer) =>
        SoapAnswer.Of(answer.StatusCode, await answer.Content.ReadAsStringAsync());
}
