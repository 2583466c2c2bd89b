using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Data;

/// <summary>
/// What only one may do at a time. On SQLite the writer's lock, which every transaction here takes when it begins, sees to that
/// by itself; on PostgreSQL an advisory lock does, which other saves of the same rows do not wait for. A database that is neither
/// is refused: a lock that is not known to hold would not hold.
/// </summary>
internal static class StoreLocks
{
    /// <summary>Whether several write at once on this database, so that they have to be told to wait for each other.</summary>
    /// <exception cref="NotSupportedException">It is a database that nobody has thought about.</exception>
    public static bool LetsManyWrite(this ConsoleDbContext db) => LetsManyWrite(db.Database.ProviderName);

    /// <inheritdoc cref="LetsManyWrite(ConsoleDbContext)"/>
    /// <param name="provider">As EF Core names it.</param>
    internal static bool LetsManyWrite(string? provider) => provider switch
    {
        "Npgsql.EntityFrameworkCore.PostgreSQL" => true,
        "Microsoft.EntityFrameworkCore.Sqlite" => false,
        _ => throw new NotSupportedException($"No lock is known for the database provider '{provider}'."),
    };

    /// <summary>Waits until nobody else holds the key, and holds it until the transaction that was begun before ends.</summary>
    /// <param name="key">Any number, the same on every node.</param>
    public static Task HoldAsync(this ConsoleDbContext db, long key, CancellationToken ct) =>
        db.LetsManyWrite() ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", ct) : Task.CompletedTask;

    /// <summary>
    /// Begins a transaction that no other holder of the same organization's lock overlaps: what it reads of the members
    /// stays true until it commits.
    /// </summary>
    public static Task<IDbContextTransaction> LockNppoAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct) =>
        db.LockNpposAsync([nppoId], ct);

    /// <summary>The same in a transaction that was begun before: from here on, what is read of the organization stays true.</summary>
    public static Task HoldNppoAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct) => db.HoldAsync([nppoId.ToString()], ct);

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

    /// <summary>
    /// Begins a transaction that nothing else overlaps which puts a certificate with one of these keys to use, or burns one: as with
    /// <see cref="LockNppoAsync"/>, across organizations.
    /// </summary>
    /// <param name="hashes">Of the public keys.</param>
    public static Task<IDbContextTransaction> LockKeysAsync(this ConsoleDbContext db, IEnumerable<string> hashes, CancellationToken ct) =>
        db.LockAsync(hashes.Order(StringComparer.Ordinal).Select(hash => $"key {hash}"), ct);

    private static async Task<IDbContextTransaction> LockAsync(this ConsoleDbContext db, IEnumerable<string> keys, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.HoldAsync(keys, ct);
        return transaction;
    }

    private static async Task HoldAsync(this ConsoleDbContext db, IEnumerable<string> keys, CancellationToken ct)
    {
        if (!db.LetsManyWrite()) return;
        foreach (var key in keys) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", ct);
    }
}
