using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Certificates;

/// <summary>
/// Which certificates and keys of an organization belong to the other environment, as far as this console knows: in Production by the
/// evidence that it took in, in both by rows that came with the data of the other one. Only an organization's own: a copy of somebody's
/// public certificate that others uploaded in Test must not lock out its owner.
/// </summary>
internal static class UsedInOtherEnvironment
{
    /// <returns>Of the hashes of these certificates and their keys those that were used there.</returns>
    public static async Task<HashSet<string>> UsedInOtherAsync(
        this ConsoleDbContext db, Guid nppoId, HubEnvironment here, IEnumerable<CertificateFacts> certificates, CancellationToken ct)
    {
        var hashes = certificates.SelectMany(HashesOf).Distinct().ToList();
        var found = (await db.Set<DigitalCertificate>().AsNoTracking()
                .Where(c => c.NppoId == nppoId && c.Environment != null && c.Environment != here
                    && (hashes.Contains(c.Facts.PublicKeyHash) || hashes.Contains(c.Facts.Thumbprint)))
                .Select(c => new { c.Facts.PublicKeyHash, c.Facts.Thumbprint }).ToListAsync(ct))
            .SelectMany(c => new[] { c.PublicKeyHash, c.Thumbprint }).ToHashSet(StringComparer.Ordinal);
        // Where a copy of Production became a test console, the keys of Test are those of here.
        if (here == HubEnvironment.Production)
        {
            found.UnionWith(await db.Set<TestKey>().AsNoTracking().Where(key => key.NppoId == nppoId && hashes.Contains(key.Hash))
                .Select(key => key.Hash).ToListAsync(ct));
        }

        return found;
    }

    /// <summary>Whether a certificate or its key is among what was found.</summary>
    public static bool HoldsAnyOf(this HashSet<string> used, CertificateFacts facts) => HashesOf(facts).Any(used.Contains);

    private static string[] HashesOf(CertificateFacts facts) => [facts.PublicKeyHash, facts.Thumbprint];
}
