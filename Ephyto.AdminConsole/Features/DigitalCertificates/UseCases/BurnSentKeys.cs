using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <summary>Keeps by which public keys those are known again that somebody sent the private part of. Of the file nothing is kept.</summary>
internal sealed class BurnSentKeys(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    /// <param name="nppoId">By whom it was sent.</param>
    /// <param name="file">One that holds a private key.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What is said of it.</returns>
    public async Task<DomainError> BurnAsync(Guid nppoId, byte[] file, CancellationToken ct)
    {
        var sent = PrivateKeys.In(file);
        if (sent.Hashes.Count > 0) await KeepAsync(nppoId, sent.Hashes, ct);
        return sent.AreLocked ? CertificateErrors.LockedPrivateKey : CertificateErrors.PrivateKey;
    }

    private async Task KeepAsync(Guid nppoId, IReadOnlyList<string> hashes, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var turn = await db.LockKeysAsync(hashes, ct);
        var known = await db.BurntAsync(hashes, ct);
        var now = time.GetUtcNow().UtcDateTime;
        db.AddRange(hashes.Where(hash => !known.Contains(hash))
            .Select(hash => new BurntKey { PublicKeyHash = hash, NppoId = nppoId, SentAt = now }));
        await db.SaveChangesAsync(ct);
        await turn.CommitAsync(ct);
    }
}
