using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Connections;

/// <summary>Connections, certificates and test traffic of an organization that has left its own system: kept, and of no effect.</summary>
internal static class RestingConnections
{
    /// <summary>Those of an organization, by their codes; none while they rest.</summary>
    public static async Task<List<Connection>> WorkingConnectionsAsync(this ConsoleDbContext db, Nppo nppo, CancellationToken ct) =>
        nppo.HasLeftOwnSystem ? []
            : await db.Set<Connection>().AsNoTracking().Where(c => c.NppoId == nppo.Id).OrderBy(c => c.Code).ToListAsync(ct);

    /// <summary>Whether they rest.</summary>
    public static Task<bool> HasLeftOwnSystemAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct) =>
        db.Set<Nppo>().AnyAsync(nppo => nppo.Id == nppoId && nppo.LeftOwnSystemAt != null, ct);
}
