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
    public static Task<IDbContextTransaction> LockNppoAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct) =>
        db.LockNpposAsync([nppoId], ct);

    /// <inheritdoc cref="LockNppoAsync"/>
    /// <remarks>Several are locked in the same order by everybody, so that nobody waits for each other.</remarks>
    public static Task<IDbContextTransaction> LockNpposAsync(this ConsoleDbContext db, IEnumerable<Guid> nppoIds, CancellationToken ct) =>
        db.LockAsync(nppoIds.Order().Select(id => id.ToString()), ct);

    /// <summary>
    /// Begins a transaction that no other registration for the same country overlaps, as with <see cref="LockNppoAsync"/>: each of
    /// them may end another one that waits.
    /// </summary>
    public static Task<IDbContextTransaction> LockCountryAsync(this ConsoleDbContext db, string countryCode, CancellationToken ct) =>
        db.LockAsync([$"registrations of {countryCode}"], ct);

    private static async Task<IDbContextTransaction> LockAsync(this ConsoleDbContext db, IEnumerable<string> keys, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!db.Database.IsNpgsql()) return transaction;

        foreach (var key in keys) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", ct);
        return transaction;
    }
}
