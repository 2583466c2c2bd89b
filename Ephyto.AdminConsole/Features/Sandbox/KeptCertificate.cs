using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>
/// A certificate by which the sandbox shows who it is: made when it is asked for first, kept in the store so that it is the same on every
/// node, its key for the nodes of this console only. Nobody signs it; whoever has to trust it takes it from the console.
/// </summary>
/// <param name="name">Its row among the identities of the sandbox.</param>
/// <param name="protector">Of its key.</param>
internal abstract class KeptCertificate(
    IDbContextFactory<ConsoleDbContext> contexts, KeyPairs keys, TimeProvider time, string name, IDataProtector protector)
{
    // Long, because whoever trusts it has to be told of the next one.
    private const int Years = 5;

    /// <summary>How long before its end it is replaced.</summary>
    private protected virtual TimeSpan Ahead => TimeSpan.Zero;

    /// <summary>Of a key in RSA, because systems of members are old.</summary>
    private protected abstract int KeyBits { get; }

    private protected DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>With its key.</summary>
    private protected async Task<X509Certificate2> FindOrMakeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var kept = await db.Set<SandboxIdentity>().SingleOrDefaultAsync(identity => identity.Name == name, ct);
        // Where the keys of the console were lost it cannot be read any more: a new one is better than none.
        if (kept is not null && kept.ValidUntil > Now + Ahead && Open(kept) is { } certificate) return certificate;

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
            // Another node made one at the same moment: its is the one.
            db.ChangeTracker.Clear();
            return Open(await db.Set<SandboxIdentity>().AsNoTracking().SingleAsync(identity => identity.Name == name, ct)) ?? Open(made)!;
        }
    }

    /// <summary>For everybody; null as long as there is none.</summary>
    public async Task<string?> FetchPemAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<SandboxIdentity>().Where(identity => identity.Name == name)
            .Select(identity => identity.CertificatePem).SingleOrDefaultAsync(ct);
    }

    /// <summary>Whom it is for, and what it may be used for.</summary>
    private protected abstract CertificateRequest Ask(RSA key);

    private SandboxIdentity Make()
    {
        using var key = keys.MakeRsa(KeyBits);
        var now = time.GetUtcNow();
        using var certificate = Ask(key).CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        return new()
        {
            Name = name,
            CertificatePem = certificate.ExportCertificatePem(),
            ProtectedKey = protector.Protect(key.ExportPkcs8PrivateKeyPem()),
            ValidUntil = certificate.NotAfter.ToUniversalTime(),
        };
    }

    /// <returns>Null where it was kept by nodes with other keys.</returns>
    private X509Certificate2? Open(SandboxIdentity kept)
    {
        try
        {
            using var pair = X509Certificate2.CreateFromPem(kept.CertificatePem, protector.Unprotect(kept.ProtectedKey));
            // Not every system shows a certificate whose key was only read from a text.
            return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
