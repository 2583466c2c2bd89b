using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Connections;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>
/// Connects to an address that an organization wrote, and to nothing else: https only, the name is asked for once, every address it has
/// must be public, and the one that was looked at is the one that is connected to. Nothing is loaded for the sake of a certificate.
/// </summary>
internal sealed class SafeDialer(
    IHostNames names, IOptions<OutgoingOptions> options, IOptions<CalledNetworkOptions> networks, TimeProvider time)
{
    /// <summary>More addresses of a name are not tried.</summary>
    private const int MostAddresses = 4;

    /// <param name="address">As the organization wrote it.</param>
    /// <param name="certificate">Shown where the other side asks for one.</param>
    /// <returns>A connection in TLS. Its certificate has been looked at, and not yet been refused.</returns>
    /// <exception cref="OutgoingException">It did not come about.</exception>
    public async Task<OutgoingLine> DialAsync(Uri address, X509Certificate2? certificate, CancellationToken ct)
    {
        Check(address);
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(options.Value.CallSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var stage = OutgoingStage.Name;
        var begun = time.GetTimestamp();
        var started = begun;
        Dictionary<OutgoingStage, TimeSpan> times = [];
        IReadOnlyList<IPAddress> found = [];
        IPEndPoint? reached = null;
        try
        {
            found = await FindAsync(address, either.Token);
            var named = times[stage] = time.GetElapsedTime(started);

            (stage, started) = (OutgoingStage.Tcp, time.GetTimestamp());
            var (socket, taken) = await ConnectAsync([.. found.Take(MostAddresses)], address.Port, either.Token);
            reached = taken;
            var connected = times[stage] = time.GetElapsedTime(started);

            (stage, started) = (OutgoingStage.Tls, time.GetTimestamp());
            return await SecureAsync(socket, address.IdnHost, certificate,
                (stream, proof, asked, tls) => new(stream, taken, proof, asked, new(named, connected, tls), begun), either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw OutgoingException.TimedOut(stage, options.Value.CallSeconds)
                .After(times, time.GetElapsedTime(started), found, reached);
        }
        catch (OutgoingException failed)
        {
            throw failed.After(times, time.GetElapsedTime(started), found, reached);
        }
    }

    private static void Check(Uri address)
    {
        if (!CalledAddress.IsHttps(address))
            throw new OutgoingException(OutgoingStage.Written, "NotHttps");
        if (!CalledAddress.IsPortAllowed(address))
            throw new OutgoingException(OutgoingStage.Written, "PortNotAllowed", address.Port.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<IReadOnlyList<IPAddress>> FindAsync(Uri address, CancellationToken ct)
    {
        var host = address.IdnHost;
        IReadOnlyList<IPAddress> found;
        try
        {
            found = IPAddress.TryParse(host, out var written) ? [written] : await names.AddressesOfAsync(host, ct);
        }
        catch (SocketException)
        {
            throw new OutgoingException(OutgoingStage.Name, "NameUnknown", host);
        }

        if (found.Count == 0) throw new OutgoingException(OutgoingStage.Name, "NameUnknown", host);
        // A name with a public and a private address would lead to either, by chance.
        Func<IPAddress, bool> isCalled = networks.Value.AllowPrivateAddresses ? one => !CalledAddress.IsLinkLocal(one) : PublicAddress.Is;
        if (found.FirstOrDefault(one => !isCalled(one)) is { } hidden)
            throw new OutgoingException(OutgoingStage.Address, "AddressNotPublic", host, hidden.ToString());
        return found;
    }

    // One that is dead leaves time for those after it, and for what follows; the last one has what is left.
    private async Task<(Socket Socket, IPEndPoint Reached)> ConnectAsync(
        IReadOnlyList<IPAddress> addresses, int port, CancellationToken ct)
    {
        OutgoingException? failed = null;
        var share = TimeSpan.FromSeconds(options.Value.CallSeconds) / (addresses.Count + 1);
        foreach (var address in addresses)
        {
            IPEndPoint point = new(address, port);
            Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using CancellationTokenSource own = new(address == addresses[^1] ? Timeout.InfiniteTimeSpan : share, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, own.Token);
            try
            {
                await socket.ConnectAsync(point, either.Token);
                return (socket, point);
            }
            catch (OperationCanceledException) when (own.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                socket.Dispose();
                failed = new(OutgoingStage.Tcp, "TcpUnreachable", point.ToString());
            }
            catch (SocketException refused)
            {
                socket.Dispose();
                failed = new(OutgoingStage.Tcp, refused.SocketErrorCode == SocketError.ConnectionRefused ? "TcpRefused" : "TcpUnreachable",
                    point.ToString());
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw failed!;
    }

    private async Task<OutgoingLine> SecureAsync(
        Socket socket, string host, X509Certificate2? certificate, Func<SslStream, ServerProof, bool, TimeSpan, OutgoingLine> lineOf,
        CancellationToken ct)
    {
        HeardStream heard = new(new NetworkStream(socket, ownsSocket: true));
        SslStream stream = new(heard);
        var started = time.GetTimestamp();
        ServerProof? proof = null;
        var asked = false;
        try
        {
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = host,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                AllowTlsResume = false,
                CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
                CertificateChainPolicy = Policy(),
                // What is wrong is said afterwards, all of it.
                RemoteCertificateValidationCallback = (_, server, chain, errors) =>
                {
                    proof = server is X509Certificate2 shown ? ProofOf(shown, chain, errors) : null;
                    return proof is not null;
                },
                LocalCertificateSelectionCallback = (_, _, _, server, _) =>
                {
                    // It is asked once before anything is said, and then only if the other side asks.
                    if (server is null) return null!;
                    asked = true;
                    return certificate!;
                },
            }, ct);
            return lineOf(stream, proof!, asked, time.GetElapsedTime(started));
        }
        catch (Exception failed)
        {
            var beginning = heard.Beginning.ToArray();
            await stream.DisposeAsync();
            if (failed is AuthenticationException or IOException or SocketException) throw TlsFailure.Of(beginning);
            throw;
        }
    }

    private X509ChainPolicy Policy()
    {
        X509ChainPolicy policy = new()
        {
            RevocationMode = X509RevocationMode.NoCheck,
            // A certificate names addresses from which more could be loaded: whoever made it would lead the console anywhere.
            DisableCertificateDownloads = true,
            VerificationTime = time.GetUtcNow().LocalDateTime,
            VerificationTimeIgnored = false,
        };
        policy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1"));
        if (options.Value.TrustedAuthorities.Length > 0)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.ImportFromPemFile(options.Value.TrustedAuthorities);
        }

        return policy;
    }

    private static ServerProof ProofOf(X509Certificate2 shown, X509Chain? chain, SslPolicyErrors errors) => new(
        errors, (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (flags, status) => flags | status.Status),
        shown.GetNameInfo(X509NameType.SimpleName, false), shown.GetNameInfo(X509NameType.SimpleName, true),
        shown.SubjectName.RawData.AsSpan().SequenceEqual(shown.IssuerName.RawData), shown.NotBefore.ToUniversalTime(),
        shown.NotAfter.ToUniversalTime());
}
