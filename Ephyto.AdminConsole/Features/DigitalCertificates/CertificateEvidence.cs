using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>
/// A digital certificate in use that proves to the Hub who calls it: one for each connection over which something is exchanged. What
/// belongs to the other environment proves nothing here.
/// </summary>
internal sealed class CertificateEvidence(IOptions<HubOptions> hub) : IIntegrationEvidence
{
    public IntegrationStep Step => IntegrationStep.CertificateUploaded;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        var here = hub.Value.Here;
        var inUse = (await InUseAsync(db, nppoIds, here, ct)).ToLookup(c => c.NppoId);
        var connections = (await db.Set<Connection>().AsNoTracking().Where(c => nppoIds.Contains(c.NppoId)).ToListAsync(ct))
            .Where(c => c.Settings.IsSet && c.IsOf(here)).ToLookup(c => c.NppoId, c => c.Id);
        Dictionary<Guid, IntegrationEvidence> found = [];
        foreach (var own in inUse)
        {
            var since = own.GroupBy(c => c.Connection).ToDictionary(same => same.Key, same => same.Min(c => c.Since));
            var asked = connections[own.Key].DefaultIfEmpty(own.First().Connection).ToList();
            if (asked.TrueForAll(since.ContainsKey)) found[own.Key] = new(asked.Max(id => since[id]), null);
        }

        return found;
    }

    private static async Task<List<InUse>> InUseAsync(
        ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds, HubEnvironment here, CancellationToken ct)
    {
        var inUse = db.Set<DigitalCertificate>().AsNoTracking()
            .Where(c => nppoIds.Contains(c.NppoId) && c.Usage == CertificateUsage.ClientAuthentication
                && (c.Status == CertificateStatus.Active || c.Status == CertificateStatus.Expiring)
                && (c.Environment == null || c.Environment == here));
        // One that turned out to be of Test when the evidence came.
        if (here == HubEnvironment.Production)
        {
            inUse = inUse.Where(c => !db.Set<TestKey>().Any(
                key => key.NppoId == c.NppoId && (key.Hash == c.Facts.PublicKeyHash || key.Hash == c.Facts.Thumbprint)));
        }

        return await inUse.Select(c => new InUse(c.NppoId, c.ConnectionId ?? Guid.Empty, c.ActivatedAt!.Value)).ToListAsync(ct);
    }

    private sealed record InUse(Guid NppoId, Guid Connection, DateTime Since);
}
