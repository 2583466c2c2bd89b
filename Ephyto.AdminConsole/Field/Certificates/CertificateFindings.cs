using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Field.Certificates;

/// <summary>Checks certificates against the store and the clock. Nothing of it is kept: what is true today may not be tomorrow.</summary>
internal sealed class CertificateFindings(IOptions<HubOptions> hub, TimeProvider time)
{
    /// <returns>What was found, by the certificate's id.</returns>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<CertificateFinding>>> CheckAsync(
        ConsoleDbContext db, Nppo nppo, IReadOnlyList<DigitalCertificate> certificates, CancellationToken ct)
    {
        var keys = certificates.Select(c => c.Facts.PublicKeyHash).Distinct().ToList();
        var sameKey = await db.Set<DigitalCertificate>().AsNoTracking().Where(c => keys.Contains(c.Facts.PublicKeyHash)).ToListAsync(ct);
        var used = await db.UsedInOtherAsync(nppo.Id, hub.Value.Here, certificates.Select(c => c.Facts), ct);
        var now = time.GetUtcNow().UtcDateTime;
        return certificates.ToDictionary(c => c.Id,
            c => CertificateCheck.Check(
                c,
                new(nppo.CountryCode, hub.Value.IsProduction, EarlierThan(c, sameKey, nppo)) { WasUsedInOther = used.HoldsAnyOf(c.Facts) },
                now));
    }

    // A certificate that names the country belongs to its organization, whoever uploaded a copy of the public file before.
    private static List<DigitalCertificate> EarlierThan(DigitalCertificate one, IEnumerable<DigitalCertificate> sameKey, Nppo nppo) =>
    [
        .. from other in sameKey
           where other.Facts.PublicKeyHash == one.Facts.PublicKeyHash && other.Id != one.Id
           // Ids of one instant are in order too.
           where other.NppoId == nppo.Id || !string.Equals(one.Facts.Country, nppo.CountryCode, StringComparison.OrdinalIgnoreCase)
           where other.UploadedAt < one.UploadedAt || (other.UploadedAt == one.UploadedAt && other.Id.CompareTo(one.Id) < 0)
           select other,
    ];
}
