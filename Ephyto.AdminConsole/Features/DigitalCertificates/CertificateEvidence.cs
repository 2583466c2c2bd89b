using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>
/// A digital certificate in use that proves to the Hub who calls it: one for each connection over which something is exchanged.
/// </summary>
internal sealed class CertificateEvidence : IIntegrationEvidence
{
    public IntegrationStep Step => IntegrationStep.CertificateUploaded;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        var inUse = (await db.Set<DigitalCertificate>().AsNoTracking()
            .Where(c => nppoIds.Contains(c.NppoId) && c.Usage == CertificateUsage.ClientAuthentication
                && (c.Status == CertificateStatus.Active || c.Status == CertificateStatus.Expiring))
            .Select(c => new { c.NppoId, Connection = c.ConnectionId ?? Guid.Empty, Since = c.ActivatedAt!.Value }).ToListAsync(ct))
            .ToLookup(c => c.NppoId);
        var connections = (await db.Set<Connection>().AsNoTracking().Where(c => nppoIds.Contains(c.NppoId)).ToListAsync(ct))
            .Where(c => c.Settings.IsSet).ToLookup(c => c.NppoId, c => c.Id);
        Dictionary<Guid, IntegrationEvidence> found = [];
        foreach (var own in inUse)
        {
            var since = own.GroupBy(c => c.Connection).ToDictionary(same => same.Key, same => same.Min(c => c.Since));
            var asked = connections[own.Key].DefaultIfEmpty(own.First().Connection).ToList();
            if (asked.TrueForAll(since.ContainsKey)) found[own.Key] = new(asked.Max(id => since[id]), null);
        }

        return found;
    }
}
