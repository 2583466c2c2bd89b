using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>
/// The certificate of the sandbox's port: made at the first start, kept in the store so that it is the same on every node, its key for the
/// nodes of this console only. Nobody signs it; whoever calls takes it from the console.
/// </summary>
internal sealed class ServerIdentity(
    IDbContextFactory<ConsoleDbContext> contexts, IDataProtectionProvider protection, IOptions<HubOptions> hub, TimeProvider time,
    KeyPairs keys)
{
    private const int KeyBits = 3072;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private static readonly TimeSpan Renewed = TimeSpan.FromDays(30);
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(5 * 365);

    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.SandboxIdentity");

    /// <summary>With its key.</summary>
    public async Task<X509Certificate2> TakeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var kept = await db.Set<SandboxIdentity>().SingleOrDefaultAsync(identity => identity.Name == SandboxIdentity.Server, ct);
        if (kept is not null && Open(kept) is { } certificate) return certificate;

        var made = Make();
        if (kept is null) db.Add(made);
        else (kept.CertificatePem, kept.ProtectedKey, kept.ValidUntil) = (made.CertificatePem, made.ProtectedKey, made.ValidUntil);
        try
        {
            await db.SaveChangesAsync(ct);
            return Open(made)!;
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            // Another node was faster.
            await using var again = await contexts.CreateDbContextAsync(ct);
            return Open(await again.Set<SandboxIdentity>().SingleAsync(identity => identity.Name == SandboxIdentity.Server, ct))!;
        }
    }

    /// <summary>For everybody; null as long as no node has served.</summary>
    public async Task<string?> FetchPemAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<SandboxIdentity>().Where(identity => identity.Name == SandboxIdentity.Server)
            .Select(identity => identity.CertificatePem).SingleOrDefaultAsync(ct);
    }

    /// <returns>Null where it ends soon, or was kept by nodes with other keys.</returns>
    private X509Certificate2? Open(SandboxIdentity identity)
    {
        if (identity.ValidUntil < time.GetUtcNow().UtcDateTime + Renewed) return null;
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(identity.CertificatePem, _protector.Unprotect(identity.ProtectedKey));
            // Windows serves only what it has read from a file of its kind.
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private SandboxIdentity Make()
    {
        using var key = keys.MakeRsa(KeyBits);
        var host = hub.Value.PublicAddress!.IdnHost;
        var request = new CertificateRequest(
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
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now + Lifetime);
        return new()
        {
            Name = SandboxIdentity.Server,
            CertificatePem = certificate.ExportCertificatePem(),
            ProtectedKey = _protector.Protect(key.ExportPkcs8PrivateKeyPem()),
            ValidUntil = certificate.NotAfter.ToUniversalTime(),
        };
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
