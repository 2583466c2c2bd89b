using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>The certificate of the sandbox's port: made at the first start.</summary>
internal sealed class ServerIdentity(
    IDbContextFactory<ConsoleDbContext> contexts, IDataProtectionProvider protection, IOptions<HubOptions> hub, KeyPairs keys,
    TimeProvider time)
    : KeptCertificate(contexts, keys, time, SandboxIdentity.Server, protection.CreateProtector("Ephyto.SandboxIdentity"))
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // A node shows it from its start to its end.
    private protected override TimeSpan Ahead => TimeSpan.FromDays(30);

    private protected override int KeyBits => 3072;

    /// <summary>With its key.</summary>
    public Task<X509Certificate2> TakeAsync(CancellationToken ct) => FindOrMakeAsync(ct);

    private protected override CertificateRequest Ask(RSA key)
    {
        var host = hub.Value.PublicAddress!.IdnHost;
        CertificateRequest request = new(
            new X500DistinguishedName($"CN={host}"), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(Names(host));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyCertSign, critical: true));
        // Clients that take it as their only authority want one that may sign: itself.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        var identifier = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(identifier);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier));
        return request;
    }

    private static X509Extension Names(string host)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
        else if (host is not "localhost") names.AddDnsName(host);
        return names.Build();
    }
}
