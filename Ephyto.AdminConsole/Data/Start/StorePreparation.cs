using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Data.Start;

/// <summary>
/// Makes or upgrades the tables and fills in what the store lacks, before the console serves anybody. One process at a time.
/// </summary>
internal sealed partial class StorePreparation(
    IStoreOwner owner, StoreLock alone, IDbContextFactory<ConsoleDbContext> contexts, IEnumerable<IStoreCompletion> completions,
    IOptions<StorageOptions> storage, ILogger<StorePreparation> logger)
{
    public async Task RunAsync(CancellationToken ct)
    {
        MakeDataDirectory();
        await using var db = await contexts.CreateDbContextAsync(ct);
        owner.Take(db);
        await using var taken = await alone.TakeAsync(ct);
        await MigrateAsync(db, ct);
        foreach (var completion in completions) await completion.CompleteAsync(db, ct);
    }

    private void MakeDataDirectory()
    {
        var directory = storage.Value.PathOf("");
        try
        {
            OwnerOnly.Secure(storage.Value);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"Storage:DataDirectory cannot be made at {directory}: {refused.Message.TrimEnd('.')}.");
        }
    }

    private async Task MigrateAsync(ConsoleDbContext db, CancellationToken ct)
    {
        if (db.Database.IsSqlite() && db.Database.GetDbConnection().DataSource is { Length: > 0 } file and not ":memory:")
            OwnerOnly.SecureDatabase(file);
        // All on one connection. On SQLite it also makes a store of a file without content, as a process leaves it that was killed early.
        await db.Database.OpenConnectionAsync(ct);
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Except(known).FirstOrDefault() is { } newer)
            throw new CannotStartException(
                $"The store was changed by a newer console (\"{newer}\"): start that one, or put back the copy of the store from before.");
        if (db.Database.IsSqlite() && await ForgetInterruptedAsync(db, ct) > 0) SayInterrupted(logger);
        // Foreign keys are taken as given: a table that is made anew is dropped in between.
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", ct);
        if (known.Count > applied.Count) await db.Database.MigrateAsync(ct);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON", ct);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>
    /// The row by which Entity Framework keeps others out of a migration stays where its process was killed, and would be
    /// waited for without end. Whoever holds the lock of the store knows that nobody else migrates.
    /// </summary>
    private static async Task<int> ForgetInterruptedAsync(ConsoleDbContext db, CancellationToken ct) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(ct) == 0 ? 0
            : await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock" """, ct);

    [LoggerMessage(LogLevel.Information,
        "An earlier start was interrupted while it changed the tables. This one goes on where that one stopped.")]
    private static partial void SayInterrupted(ILogger logger);
}
