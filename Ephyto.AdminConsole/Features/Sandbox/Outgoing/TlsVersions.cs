using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>Asks a server that was reached for one version of TLS alone. Nothing is sent to it.</summary>
internal sealed class TlsVersions(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <param name="reached">The address that was checked, and no other.</param>
    /// <param name="host">Its name.</param>
    /// <param name="version">The only one that is offered.</param>
    /// <param name="certificate">Shown where the other side asks for one.</param>
    /// <returns>Null where it was not seen: the server broke off for another reason, or was silent.</returns>
    public async Task<bool?> TakesAsync(
        IPEndPoint reached, string host, SslProtocols version, X509Certificate2? certificate, CancellationToken ct)
    {
        using CancellationTokenSource limit = new(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        HeardStream? heard = null;
        using Socket socket = new(reached.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reached, either.Token);
            heard = new(new NetworkStream(socket));
            await using SslStream stream = new(heard);
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = host,
                EnabledSslProtocols = version,
                AllowTlsResume = false,
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
                CertificateChainPolicy = new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
                // The certificate was looked at on the connection before.
                RemoteCertificateValidationCallback = (_, server, _, _) => server is not null,
                LocalCertificateSelectionCallback = (_, _, _, server, _) => server is null ? null! : certificate!,
            }, either.Token);
            return true;
        }
        catch (Exception failed) when (failed is AuthenticationException or IOException or SocketException)
        {
            return heard is not null && TlsFailure.Of(heard.Beginning).Code == "TlsOld" ? false : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
