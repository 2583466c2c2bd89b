using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Data;

public sealed class LocksOnSqlite() : StoreLocksTests(DatabaseKind.Sqlite);

public sealed class LocksOnPostgreSql() : StoreLocksTests(DatabaseKind.PostgreSql);

/// <summary>Whoever holds a lock of the store is alone with it until the transaction ends.</summary>
public abstract class StoreLocksTests(DatabaseKind kind)
{
    private const string Country = "KE";

    [Fact]
    public async Task Registrations_for_one_country_wait_for_each_other()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var one = database.CreateContext();
        await using var two = database.CreateContext();
        var held = await one.LockCountryAsync(Country, ct);
        var waiting = Task.Run(() => two.LockCountryAsync(Country, ct), ct);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting.WaitAsync(TimeSpan.FromMilliseconds(300), ct));

        await held.DisposeAsync();
        await (await waiting).DisposeAsync();
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServer")]
    [InlineData(null)]
    public void A_database_that_no_lock_knows_is_refused(string? provider) =>
        Assert.Throws<NotSupportedException>(() => StoreLocks.LetsManyWrite(provider));

    [Fact]
    public async Task Only_on_PostgreSQL_several_write_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.CreateContext();
        Assert.Equal(kind == DatabaseKind.PostgreSql, db.LetsManyWrite());
    }
}
