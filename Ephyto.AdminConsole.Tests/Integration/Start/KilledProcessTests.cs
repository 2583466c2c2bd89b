using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ephyto.AdminConsole.Tests.Integration.Start;

public sealed class KilledOnSqlite() : KilledProcessTests(DatabaseKind.Sqlite);

public sealed class KilledOnPostgreSql() : KilledProcessTests(DatabaseKind.PostgreSql);

/// <summary>
/// Real consoles that are killed without warning while they prepare or fill their store, one after the other on the same one.
/// </summary>
public abstract class KilledProcessTests(DatabaseKind kind)
{
    // Every migration is killed at its end, and each of so many in its middle too.
    private const int CutInTheMiddle = 5;

    [Fact]
    public async Task A_console_killed_after_each_migration_in_turn_and_inside_some_is_whole_when_it_starts_at_last()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var console = ConsoleApp.Create(Settings(database, withDemo: true));
        var migrations = await LengthsAsync();
        foreach (var (done, (id, statements)) in migrations.Index())
        {
            if (done % CutInTheMiddle == 0)
            {
                await console.DieAsync(Death.InsideMigration((statements + 1) / 2));
                Assert.Equal(done, (await AppliedAsync(database)).Count);
            }

            await console.DieAsync(Death.AfterMigration);
            Assert.Equal(migrations.Take(done + 1).Select(migration => migration.Id), await AppliedAsync(database));
        }

        // While it fills in what the store lacks: after the first of the shipped documents, and amid the demo data.
        await console.DieAsync(new Death("INSERT INTO \"DocumentContents\"", IsCommitted: true));
        await console.DieAsync(new Death("INSERT INTO \"Registrations\""));
        await console.StartAgainAsync();

        await using var db = database.CreateContext();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal((1, 5), (await db.Set<HubUser>().CountAsync(), await db.Set<IntegrationDocument>().CountAsync()));
        Assert.True(await db.Set<ContactPoint>().CountAsync() > 100);
        await using var untroubled = await TestDatabase.CreateAsync(kind);
        Assert.Equal(await TablesAsync(untroubled), await TablesAsync(database));
    }

    [Fact]
    public async Task A_seed_load_killed_in_the_middle_leaves_nothing_and_the_next_one_says_what_became_of_it()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var console = ConsoleApp.Create(Settings(database, withDemo: false));
        await console.DieAsync(new Death("INSERT INTO \"OutgoingEmails\""), "seed-load", "100");
        Assert.Equal((0, 0), await LoadAsync(database));

        // Killed again, when everything was in the store and only the last word was missing.
        await console.DieAsync(new Death("INSERT INTO \"OutgoingEmails\"", IsCommitted: true), "seed-load", "100");
        Assert.Contains("was interrupted before its end. Nothing of it is in the store; this run makes everything.", console.Log,
            StringComparison.Ordinal);
        Assert.Equal((100, 200), await LoadAsync(database));

        Assert.Equal(0, await console.RunAsync("seed-load", "100"));
        Assert.Contains("had made everything. All of it is in the store; this run adds to it.", console.Log, StringComparison.Ordinal);
        Assert.Contains("Made 100 registrations", console.Log, StringComparison.Ordinal);
        Assert.Equal((200, 400), await LoadAsync(database));
    }

    private static Dictionary<string, string?> Settings(TestDatabase database, bool withDemo) =>
        new(database.Settings) { ["Demo:Enabled"] = withDemo ? "true" : "false" };

    private static async Task<List<string>> AppliedAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        return [.. await db.Database.GetAppliedMigrationsAsync()];
    }

    private static async Task<(int Registrations, int Emails)> LoadAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        return (await db.Set<Registration>().CountAsync(), await db.Set<OutgoingEmail>().CountAsync());
    }

    /// <summary>Every migration of the console, a new one too, and how many statements it has.</summary>
    private async Task<List<(string Id, int Statements)>> LengthsAsync()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var db = database.CreateContext();
        var (assembly, generator) = (db.GetService<IMigrationsAssembly>(), db.GetService<IMigrationsSqlGenerator>());
        var initializer = db.GetService<IModelRuntimeInitializer>();
        return
        [
            .. assembly.Migrations.Select(entry =>
            {
                var migration = assembly.CreateMigration(entry.Value, db.Database.ProviderName!);
                var model = initializer.Initialize(((IMutableModel)migration.TargetModel).FinalizeModel(), designTime: true);
                return (entry.Key, generator.Generate(migration.UpOperations, model).Count);
            }),
        ];
    }

    private static async Task<List<string>> TablesAsync(TestDatabase database)
    {
        await using var db = database.CreateContext();
        var described = database.Kind == DatabaseKind.Sqlite
            ? db.Database.SqlQuery<string>(
                $"SELECT coalesce(sql, name) AS Value FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name <> '__EFMigrationsLock'")
            : db.Database.SqlQuery<string>($"""
                SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS "Value"
                    FROM information_schema.columns WHERE table_schema = 'public'
                UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
                    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                """);
        return [.. (await described.ToListAsync()).Order(StringComparer.Ordinal)];
    }
}
