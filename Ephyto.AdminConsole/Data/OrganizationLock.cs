using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Data;

internal static class OrganizationLock
{
    /// <summary>
    /// Begins a transaction that no other holder of the same organisation's lock overlaps: what it reads of the members
    /// stays true until it commits. On SQLite the writer's lock does that by itself; on PostgreSQL an advisory lock, which
    /// other saves of the same rows do not wait for.
    /// </summary>
    public static async Task<IDbContextTransaction> LockNppoAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({nppoId.ToString()}, 0))", ct);
        return transaction;
    }
}
