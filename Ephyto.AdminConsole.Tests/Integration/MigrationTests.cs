using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ephyto.AdminConsole.Tests.Integration;

public sealed class MigrationsOnSqlite() : MigrationTests(DatabaseKind.Sqlite);

public sealed class MigrationsOnPostgreSql() : MigrationTests(DatabaseKind.PostgreSql);

/// <summary>A store of an earlier console is carried over with everybody's rights.</summary>
public abstract class MigrationTests(DatabaseKind kind) : UseCaseTests(kind)
{
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
}
