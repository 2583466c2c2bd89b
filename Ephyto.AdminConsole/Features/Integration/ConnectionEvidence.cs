using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Integration;

/// <summary>A connection of this environment over which something can be exchanged.</summary>
internal sealed class ConnectionEvidence(IOptions<HubOptions> hub) : IIntegrationEvidence
{
    public IntegrationStep Step => IntegrationStep.ConnectionSet;

    public async Task<IReadOnlyDictionary<Guid, IntegrationEvidence>> FindAsync(ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds,
        CancellationToken ct)
    {
        var connections = await db.Set<Connection>().AsNoTracking().Where(c => nppoIds.Contains(c.NppoId)).OrderBy(c => c.ChangedAt)
            .ToListAsync(ct);
        return connections.Where(c => c.Settings.IsSet && c.IsOf(hub.Value.Here)).GroupBy(c => c.NppoId)
            .ToDictionary(same => same.Key, same => new IntegrationEvidence(same.First().ChangedAt, same.First().ChangedBy));
    }
}
