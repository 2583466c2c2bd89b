using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ephyto.AdminConsole.Data.Start;

/// <summary>
/// Lets one process at a time prepare a store. The system holds the lock (that of a file beside SQLite's, a session of
/// PostgreSQL), so it ends with the process, however that ends, and whatever an interrupted process left in the tables counts no more.
/// </summary>
internal sealed partial class StoreLock(
    IDbContextFactory<ConsoleDbContext> contexts, IOptions<DatabaseOptions> database, ILogger<StoreLock> logger)
{
    // Any number, the same on every node.
    private const long Key = 0x5374_6F72_65;

    private static readonly TimeSpan Told = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until no other process prepares the store, and keeps others out until disposed.</summary>
    /// <exception cref="CannotStartException">Another one takes longer than this one waits.</exception>
    public async Task<IAsyncDisposable> TakeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return db.LetsManyWrite() ? await TakeOnPostgresAsync(db, ct) : await TakeFileAsync(StoreFile.Of(db), ct);
    }

    private async Task<IAsyncDisposable> TakeFileAsync(string? store, CancellationToken ct)
    {
        if (store is null) return Stream.Null;
        var waiting = new Wait(database.Value.PreparationSeconds, logger);
        while (true)
        {
            try
            {
                return StoreFile.Hold($"{store}.lock");
            }
            catch (IOException taken) when (StoreFile.IsHeldByAnother(taken))
            {
                waiting.Tell();
                await Task.Delay(BetweenTries, ct);
            }
        }
    }

    private async Task<IAsyncDisposable> TakeOnPostgresAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var connection = await OpenAsync(db, ct);
        try
        {
            if (await TryAsync(connection, ct)) return connection;
            var waiting = new Wait(database.Value.PreparationSeconds, logger);
            waiting.Tell();
            while (!await WaitAsync(connection, ct)) waiting.Tell();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection of its own: given back to the pool it would keep the lock.</summary>
    private static async Task<NpgsqlConnection> OpenAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, KeepAlive = 15 };
        try
        {
            return await OpenAsync(settings, ct);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateDatabaseAsync(db, ct);
            return await OpenAsync(settings, ct);
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder settings, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task CreateDatabaseAsync(ConsoleDbContext db, CancellationToken ct)
    {
        try
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync(ct);
        }
        catch (PostgresException made) when (made.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node starts at the same time.
        }
    }

    private static async Task<bool> TryAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({Key})", connection);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static async Task<bool> WaitAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            await using var command = new NpgsqlCommand(
                $"SET lock_timeout = {Told.TotalMilliseconds}; SELECT pg_advisory_lock({Key})", connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning,
        "Another process prepares the store. This one has waited for it for {Seconds} of at most {Most} seconds "
            + "(Database:PreparationSeconds).")]
    private static partial void SayWaiting(ILogger logger, int seconds, int most);

    /// <summary>Tells at once that it waits, then now and again, until it has waited long enough.</summary>
    private sealed class Wait(int most, ILogger logger)
    {
        private readonly long _since = Stopwatch.GetTimestamp();
        private TimeSpan _next = TimeSpan.Zero;

        public void Tell()
        {
            var waited = Stopwatch.GetElapsedTime(_since);
            if (waited > TimeSpan.FromSeconds(most))
                throw new CannotStartException(
                    $"Another process has been preparing the store for {most} seconds: look what it does, or raise "
                        + "Database:PreparationSeconds.");
            if (waited < _next) return;
            _next = waited + Told;
            SayWaiting(logger, (int)waited.TotalSeconds, most);
        }
    }
}
