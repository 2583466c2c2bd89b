using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Data.Start;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>
/// The sandbox's port: a second Kestrel in the process, with nothing of the console's pipeline in it. So no page can answer there, the
/// sandbox cannot answer on the console's port, and where the console listens is set as before.
/// </summary>
internal sealed partial class SandboxServer(
    IOptions<SandboxOptions> options, ServerIdentity identity, SandboxEndpoint endpoint, IServiceProvider services,
    ILoggerFactory loggers) : IHostedService, IDisposable
{
    /// <summary>
    /// Below which a message is not waited for, on average once the seconds are over: what stalls holds a connection that long, and not as
    /// long as a whole message may take. It is Kestrel's own, and set because the remark names it.
    /// </summary>
    public static readonly MinDataRate Slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);
    private readonly ILogger _logger = loggers.CreateLogger<SandboxServer>();
    private KestrelServer? _server;

    /// <summary>Where it answers; null where it does not.</summary>
    public Uri? Address { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn) return;
        var kestrel = new KestrelServerOptions { ApplicationServices = services, AddServerHeader = false };
        var certificate = await identity.TakeAsync(cancellationToken);
        SetLimits(kestrel.Limits);
        var port = options.Value.Port ?? SandboxOptions.UsualPort;
        if (options.Value.OnlyLocal is true) kestrel.Listen(IPAddress.Loopback, port, listen => UseTls(listen, certificate));
        else kestrel.ListenAnyIP(port, listen => UseTls(listen, certificate));
        _server = new KestrelServer(
            Options.Create(kestrel), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers), loggers);
        try
        {
            await _server.StartAsync(new Application(endpoint), cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            if (options.Value.Port is not null)
                throw new CannotStartException($"Port {port} is taken: set Sandbox:Port to another one, or Sandbox:Enabled to false.");
            SayTaken(_logger, SandboxOptions.UsualPort);
            return;
        }

        IFeatureCollection offered = _server.Features;
        var bound = BindingAddress.Parse(offered.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        Address = new UriBuilder(Uri.UriSchemeHttps, options.Value.OnlyLocal is true ? "127.0.0.1" : "localhost", bound.Port,
            SandboxEndpoint.Path).Uri;
        SayWhere(_logger, Address);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _server?.Dispose();

    private static void UseTls(ListenOptions listen, X509Certificate2 certificate)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = certificate,
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            HandshakeTimeout = Handshake,
            // Who has none is told so in HTTP. Whose it is, the store says: most sign theirs themselves.
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            ClientCertificateValidation = (_, _, _) => true,
            OnAuthenticate = (_, tls) => tls.CertificateChainPolicy = Policy(),
        });
    }

    /// <summary>
    /// A chain is built before anybody is asked whose certificate it is, and a certificate names addresses from which more of it could be
    /// loaded: whoever made it would lead the console anywhere.
    /// </summary>
    private static X509ChainPolicy Policy() =>
        new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };

    private void SetLimits(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = options.Value.MaximumBytes;
        limits.MinRequestBodyDataRate = Slowest;
        limits.MaxConcurrentConnections = options.Value.Connections;
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    private sealed class Application(SandboxEndpoint endpoint) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => endpoint.HandleAsync(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }

    [LoggerMessage(LogLevel.Information, "The sandbox of the Hub answers at {Address}")]
    private static partial void SayWhere(ILogger logger, Uri address);

    [LoggerMessage(LogLevel.Warning,
        "Port {Port} is taken, so this console has no sandbox: set Sandbox:Port to another one, or Sandbox:Enabled to false")]
    private static partial void SayTaken(ILogger logger, int port);
}
