using System.Security.Cryptography;
using Ephyto.AdminConsole.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.TestEvidence.Signing;

/// <summary>
/// The signing key of a test console: made at the first start, kept in the store so that it is the same on every node, its private part for
/// the nodes of this console only. Where the keys of the console were lost it cannot be read any more and is made anew: who trusts the one
/// before has to be given the new one.
/// </summary>
internal sealed class EvidenceKeys(
    IDbContextFactory<ConsoleDbContext> contexts, IDataProtectionProvider protection, TimeProvider time, ILogger<EvidenceKeys> log)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Ephyto.TestEvidence.EvidenceKey");

    /// <summary>For everybody: what a Production console is given to trust.</summary>
    public async Task<string> PublicPemAsync(CancellationToken ct)
    {
        using var key = await TakeAsync(ct);
        return key.ExportSubjectPublicKeyInfoPem() + "\n";
    }

    public async Task<byte[]> SignAsync(byte[] payload, CancellationToken ct)
    {
        using var key = await TakeAsync(ct);
        return FlattenedJws.Sign(payload, key);
    }

    /// <summary>With its private part; whoever takes it disposes of it.</summary>
    public async Task<ECDsa> TakeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var kept = await db.Set<EvidenceKey>().SingleOrDefaultAsync(key => key.Name == EvidenceKey.Only, ct);
        if (kept is not null && Open(kept) is { } known) return known;

        if (kept is not null) log.LogWarning("The key that signs files of evidence cannot be read any more. A new one is made.");
        var made = Make();
        if (kept is null) db.Add(made);
        else (kept.PublicKeyPem, kept.ProtectedKey, kept.MadeAt) = (made.PublicKeyPem, made.ProtectedKey, made.MadeAt);
        try
        {
            await db.SaveChangesAsync(ct);
            return Open(made)!;
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            // Another node was faster.
            await using var again = await contexts.CreateDbContextAsync(ct);
            return Open(await again.Set<EvidenceKey>().SingleAsync(key => key.Name == EvidenceKey.Only, ct))!;
        }
    }

    private ECDsa? Open(EvidenceKey kept)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(_protector.Unprotect(kept.ProtectedKey));
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    private EvidenceKey Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new()
        {
            Name = EvidenceKey.Only,
            PublicKeyPem = key.ExportSubjectPublicKeyInfoPem(),
            ProtectedKey = _protector.Protect(key.ExportPkcs8PrivateKeyPem()),
            MadeAt = time.GetUtcNow().UtcDateTime,
        };
    }
}
