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
        var burnt = await db.BurntAsync(keys, ct);
        var now = time.GetUtcNow().UtcDateTime;
        return certificates.ToDictionary(c => c.Id,
            c => CertificateCheck.Check(
                c,
                new(nppo.CountryCode, hub.Value.IsProduction, OthersOf(c, sameKey, nppo))
                {
                    WasUsedInOther = used.HoldsAnyOf(c.Facts),
                    IsBurnt = burnt.Contains(c.Facts.PublicKeyHash),
                },
                now));
    }

    private static List<DigitalCertificate> OthersOf(DigitalCertificate one, IEnumerable<DigitalCertificate> sameKey, Nppo nppo) =>
    [
        .. from other in sameKey
           where other.Facts.PublicKeyHash == one.Facts.PublicKeyHash && other.Id != one.Id
           where other.NppoId == nppo.Id ? WasUploadedBefore(other, one) : WasUsedBefore(other, one) && !Names(one, nppo)
           select other,
    ];

    // A certificate that names the country belongs to its organization, whoever has put a copy of the public file to use.
    private static bool Names(DigitalCertificate one, Nppo nppo) =>
        string.Equals(one.Facts.Country, nppo.CountryCode, StringComparison.OrdinalIgnoreCase);

    // Ids of one instant are in order too.
    private static bool WasUploadedBefore(DigitalCertificate other, DigitalCertificate one) =>
        other.UploadedAt < one.UploadedAt || (other.UploadedAt == one.UploadedAt && other.Id.CompareTo(one.Id) < 0);

    private static bool WasUsedBefore(DigitalCertificate other, DigitalCertificate one) =>
        other.IsInUse && (one.ActivatedAt is not { } since || other.ActivatedAt < since);
}
