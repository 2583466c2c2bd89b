using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration;

/// <summary>A connection over which something can be exchanged.</summary>
internal sealed class ConnectionEvidence : IIntegrationEvidence
{
    public IntegrationStep Step => IntegrationStep.ConnectionSet;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        var connections = await db.Set<Connection>().AsNoTracking().Where(c => nppoIds.Contains(c.NppoId)).OrderBy(c => c.ChangedAt)
            .ToListAsync(ct);
        return connections.Where(c => c.Settings.IsSet).GroupBy(c => c.NppoId)
            .ToDictionary(same => same.Key, same => new IntegrationEvidence(same.First().ChangedAt, same.First().ChangedBy));
    }
}
