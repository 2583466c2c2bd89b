using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Ephyto.AdminConsole.Tests.Integration;

public sealed class MigrationsOnSqlite() : MigrationTests(DatabaseKind.Sqlite);

public sealed class MigrationsOnPostgreSql() : MigrationTests(DatabaseKind.PostgreSql);

/// <summary>A store of an earlier console is carried over with everybody's rights.</summary>
public abstract class MigrationTests(DatabaseKind kind) : UseCaseTests(kind)
{
    /// <summary>Who makes the next one, or takes the last one back, goes by the model of the one before.</summary>
    [Fact]
    public async Task The_model_of_each_migration_holds_what_came_before_it() => await Host.StoreAsync(db =>
    {
        var assembly = db.GetService<IMigrationsAssembly>();
        HashSet<string> before = [];
        foreach (var (name, type) in assembly.Migrations)
        {
            var migration = assembly.CreateMigration(type, db.Database.ProviderName!);
            var columns = migration.TargetModel.GetEntityTypes().Where(entity => entity.GetTableName() is not null)
                .SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}"))
                .ToHashSet(StringComparer.Ordinal);
            var gone = before.Except(columns).Where(column => !Ends(migration.UpOperations, column)).Order(StringComparer.Ordinal);
            Assert.True(!gone.Any(), $"{name} has lost {string.Join(", ", gone)}");
            before = columns;
        }

        return Task.FromResult(true);
    });

    private static bool Ends(IReadOnlyList<MigrationOperation> operations, string column) => operations.Any(operation => operation switch
    {
        DropTableOperation drop => column.StartsWith($"{drop.Name}.", StringComparison.Ordinal),
        RenameTableOperation rename => column.StartsWith($"{rename.Name}.", StringComparison.Ordinal),
        DropColumnOperation drop => column == $"{drop.Table}.{drop.Name}",
        RenameColumnOperation rename => column == $"{rename.Table}.{rename.Name}",
        _ => false,
    });

    [Fact]
    public async Task Who_administered_the_hub_before_still_does()
    {
        var account = await Host.AccountAsync("chief@example.org");
        await Host.AppointAsync(HubRole.HubAdministrator, account);

        await Host.StoreAsync(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("Recoveries");
            await db.Database.ExecuteSqlAsync($"""UPDATE "HubUsers" SET "Id" = {account.Id}, "IsActive" = true""");
            await migrator.MigrateAsync();
            return true;
        });

        var user = await Host.StoreAsync(db => db.Set<HubUser>().SingleAsync());
        Assert.Equal(
            (account.Id, "chief@example.org", HubUserStatus.Active, HubRole.HubAdministrator, "chief@example.org"),
            (user.UserId, user.Email, user.Status, user.Role, user.CurrentKey));
    }

    [Fact]
    public async Task An_organization_that_went_live_before_keeps_its_first_day()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ConfirmedNppoAsync("GH");
        var day = Host.Now();
        await Host.StoreAsync(async db =>
        {
            var live = await db.Set<Nppo>().SingleAsync(one => one.Id == nppo.Id);
            live.StartTesting(Actor.System, day);
            live.GoLive(Actor.System, day);
            live.Suspend("For a test.", Actor.System, day.AddDays(1));
            await db.SaveChangesAsync();
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("SavedViews");
            await migrator.MigrateAsync();
            return true;
        });

        Assert.Equal([("CI", day), ("GH", null)], await Host.StoreAsync(async db =>
            (await db.Set<Nppo>().AsNoTracking().OrderBy(one => one.CountryCode).ToListAsync())
                .Select(one => (one.CountryCode, one.WentLiveAt)).ToList()));
    }

    [Fact]
    public async Task An_organization_that_exchanged_through_another_system_before_still_does_and_has_named_none_yet()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.StoreAsync(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("SandboxPushes");
            await db.Database.ExecuteSqlAsync($"""UPDATE "Nppos" SET "Organization_System" = 'ThroughAnotherSystem'""");
            await migrator.MigrateAsync();
            return true;
        });

        var kept = await Host.LookAtNppoAsync(nppo.Id);
        Assert.Equal((ExchangeSystem.ThroughAnotherSystem, null, NppoStatus.Onboarding),
            (kept.Organization.System, kept.ServedBy, kept.StateBeforeLive));
    }

    [Fact]
    public async Task A_registration_under_way_before_keeps_its_country_and_one_that_waits_gives_it_free()
    {
        var (verified, waiting) = (Answers.Verified("GH", Host.Now()), Answers.Registration("CI", Host.Now()));
        await Host.AddAsync(verified, waiting);

        await Host.StoreAsync(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("SecurityLimits");
            await migrator.MigrateAsync();
            return true;
        });

        await Host.AddAsync(Answers.Registration("CI", Host.Now(), "another@example.org"));
        Assert.Equal(2, await Host.StoreAsync(db => db.Set<Registration>().CountAsync(r => r.OpenCountryCode == "CI")));
        Assert.Equal(verified.Id,
            await Host.StoreAsync(db => db.Set<Registration>().Where(r => r.OpenCountryCode == "GH").Select(r => r.Id).SingleAsync()));
        await Assert.ThrowsAsync<DbUpdateException>(() => Host.AddAsync(Answers.Verified("GH", Host.Now())));
    }
}
