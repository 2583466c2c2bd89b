using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>A digital certificate in use that proves to the Hub who calls it.</summary>
internal sealed class CertificateEvidence : IIntegrationEvidence
{
    public IntegrationStep Step => IntegrationStep.CertificateUploaded;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        var inUse = await db.Set<DigitalCertificate>().AsNoTracking()
            .Where(c => nppoIds.Contains(c.NppoId) && c.Usage == CertificateUsage.ClientAuthentication
                && (c.Status == CertificateStatus.Active || c.Status == CertificateStatus.Expiring))
            .Select(c => new { c.NppoId, c.StatusSince }).ToListAsync(ct);
        return inUse.GroupBy(c => c.NppoId)
            .ToDictionary(same => same.Key, same => new IntegrationEvidence(same.Min(c => c.StatusSince), null));
    }
}
