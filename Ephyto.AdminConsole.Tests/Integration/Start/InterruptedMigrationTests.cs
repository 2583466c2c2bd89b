using System.Data.Common;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Start;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration.Start;

public sealed class InterruptedOnSqlite() : InterruptedMigrationTests(DatabaseKind.Sqlite);

public sealed class InterruptedOnPostgreSql() : InterruptedMigrationTests(DatabaseKind.PostgreSql);

/// <summary>A process that was killed while it made or changed the tables: the next start gets over it.</summary>
public abstract class InterruptedMigrationTests(DatabaseKind kind)
{
    [Fact]
    public async Task A_start_gets_over_one_that_was_killed_after_or_inside_any_migration()
    {
        var all = await MigrationsAsync();
        await using var untroubled = await MakeAsync();
        for (var done = 0; done <= all.Count; done++)
        {
            await using (var db = untroubled.CreateContext())
            {
                if (done > 0) await db.GetService<IMigrator>().MigrateAsync(all[done - 1]);
            }

            await using var database = await untroubled.CopyAsync();
            if (done < all.Count) await CutAsync(untroubled, database, all[done]);
            await LeaveLockAsync(database);

            await PrepareAsync(database);

            await using var whole = database.CreateContext();
            Assert.Empty(await whole.Database.GetPendingMigrationsAsync());
            Assert.Equal(0, await whole.Set<Registration>().CountAsync());
        }
    }

    [Fact]
    public async Task Every_migration_is_one_transaction()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var db = database.CreateContext();
        var (assembly, generator) = (db.GetService<IMigrationsAssembly>(), db.GetService<IMigrationsSqlGenerator>());
        var initializer = db.GetService<IModelRuntimeInitializer>();
        foreach (var (id, type) in assembly.Migrations)
        {
            var migration = assembly.CreateMigration(type, db.Database.ProviderName!);
            var model = initializer.Initialize(((IMutableModel)migration.TargetModel).FinalizeModel(), designTime: true);
            var commands = generator.Generate(migration.UpOperations, model);
            Assert.True(commands.All(command => !command.TransactionSuppressed), $"{id} leaves half of itself when it is cut short.");
        }
    }

    [Fact]
    public async Task A_store_of_a_newer_console_is_left_alone()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.CreateContext())
        {
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20991231000000_Later', '99')""");
        }

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => PrepareAsync(database));

        Assert.Contains("newer console", refused.Message, StringComparison.Ordinal);
    }

    private async Task<TestDatabase> MakeAsync()
    {
        var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var db = database.CreateContext();
        await db.GetService<IRelationalDatabaseCreator>().CreateAsync();
        return database;
    }

    private static async Task PrepareAsync(TestDatabase database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build();
        await using var services = new ServiceCollection().AddLogging().AddData(configuration).BuildServiceProvider();
        await services.PrepareStoreAsync(CancellationToken.None);
    }

    private static async Task CutAsync(TestDatabase untroubled, TestDatabase database, string migration)
    {
        var counted = new Scissors(int.MaxValue);
        await using (var spare = await untroubled.CopyAsync())
        await using (var db = spare.CreateContext(counted))
        {
            await db.GetService<IMigrator>().MigrateAsync(migration);
        }

        // Somewhere inside, and at the very end, where nothing is missing but the line that says so.
        foreach (var after in (int[])[counted.OfLast / 2, counted.OfLast])
        {
            await using var db = database.CreateContext(new Scissors(after));
            await Assert.ThrowsAsync<KilledException>(() => db.GetService<IMigrator>().MigrateAsync(migration));
        }
    }

    private static async Task LeaveLockAsync(TestDatabase database)
    {
        if (database.Kind != DatabaseKind.Sqlite) return;
        await using var connection = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            """;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> MigrationsAsync()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var db = database.CreateContext();
        return [.. db.Database.GetMigrations()];
    }

    private sealed class KilledException : Exception;

    /// <summary>Ends a migration after so many of its statements, as the death of its process would.</summary>
    private sealed class Scissors(int after) : DbCommandInterceptor
    {
        private int _count;

        /// <summary>How many statements the last migration had before the one that notes it as done.</summary>
        public int OfLast { get; private set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            var isLast = command.CommandText.Contains("INSERT INTO \"__EFMigrationsHistory\"", StringComparison.Ordinal);
            if (eventData.CommandSource != CommandSource.Migrations
                || (!isLast && command.CommandText.Contains("__EFMigrations", StringComparison.Ordinal)))
                return ValueTask.FromResult(result);
            if (_count >= after) throw new KilledException();
            if (isLast) (OfLast, _count) = (_count, 0);
            else _count++;
            return ValueTask.FromResult(result);
        }
    }
}
