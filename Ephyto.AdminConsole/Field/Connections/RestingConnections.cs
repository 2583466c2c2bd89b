using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Connections;

/// <summary>Connections, certificates and test traffic of an organization that has left its own system: kept, and of no effect.</summary>
internal static class RestingConnections
{
    /// <summary>Whether they rest.</summary>
    public static Task<bool> HasLeftOwnSystemAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct) =>
        db.Set<Nppo>().AnyAsync(nppo => nppo.Id == nppoId && nppo.LeftOwnSystemAt != null, ct);
}
