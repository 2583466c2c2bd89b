using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>
/// The certificate by which the sandbox shows who it is where it calls: systems let it in by that. It is made when it is asked for
/// first, and kept in the store with its key protected, so that every node shows the same.
/// </summary>
internal sealed class HubClientCertificate(
    IDbContextFactory<ConsoleDbContext> contexts, IDataProtectionProvider protection, TimeProvider time, KeyPairs keys) : IDisposable
{
    /// <summary>Its row among the identities of the sandbox.</summary>
    public const string Name = "client";

    private const string Subject = "CN=Sandbox of the ePhyto Hub";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    // Long, because whoever trusts it has to be told of the next one.
    private const int Years = 5;

    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.Sandbox.HubClientCertificate");
    private readonly SemaphoreSlim _one = new(1, 1);
    private X509Certificate2? _certificate;

    public void Dispose()
    {
        _certificate?.Dispose();
        _one.Dispose();
    }

    /// <returns>With its key. It belongs to this service: do not dispose it.</returns>
    public async Task<X509Certificate2> GetAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            return _certificate is { } known && known.NotAfter.ToUniversalTime() > time.GetUtcNow().UtcDateTime
                ? known : _certificate = await LoadAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>For everybody: what systems that the sandbox calls have to let in.</summary>
    public async Task<string> PemAsync(CancellationToken ct) => (await GetAsync(ct)).ExportCertificatePem();

    private async Task<X509Certificate2> LoadAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var kept = await db.Set<SandboxIdentity>().SingleOrDefaultAsync(one => one.Name == Name, ct);
        // Where the keys of the console were lost it cannot be read any more: a new one is better than none.
        if (kept is not null && kept.ValidUntil > time.GetUtcNow().UtcDateTime && Read(kept) is { } read) return read;

        var made = Make();
        if (kept is null) db.Add(made);
        else (kept.CertificatePem, kept.ProtectedKey, kept.ValidUntil) = (made.CertificatePem, made.ProtectedKey, made.ValidUntil);
        try
        {
            await db.SaveChangesAsync(ct);
            return Read(made)!;
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            // Another node made one at the same moment: its is the one.
            db.ChangeTracker.Clear();
            return Read(await db.Set<SandboxIdentity>().AsNoTracking().SingleAsync(one => one.Name == Name, ct)) ?? Read(made)!;
        }
    }

    // RSA, because systems of members are old.
    private SandboxIdentity Make()
    {
        using var key = keys.MakeRsa(2048);
        CertificateRequest request = new(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ClientAuthentication)], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        return new()
        {
            Name = Name,
            CertificatePem = certificate.ExportCertificatePem(),
            ProtectedKey = _protector.Protect(key.ExportPkcs8PrivateKeyPem()),
            ValidUntil = certificate.NotAfter.ToUniversalTime(),
        };
    }

    private X509Certificate2? Read(SandboxIdentity kept)
    {
        try
        {
            using var pair = X509Certificate2.CreateFromPem(kept.CertificatePem, _protector.Unprotect(kept.ProtectedKey));
            // Not every system shows a certificate whose key was only read from a text.
            return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
