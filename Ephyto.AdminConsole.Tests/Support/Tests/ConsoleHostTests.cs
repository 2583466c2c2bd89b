using System.Net;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public abstract class ConsoleHostTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly ContactPointDetails Details = new(
        ContactPointKind.OfficialContactPoint, "Ms", "Given", "Family", "Officer", "Office", "Street 1", "+000", "ocp@example.org", "en");

    [Fact]
    public async Task What_is_saved_passes_the_pipeline_at_the_time_of_the_test()
    {
        var now = Host.Time.GetUtcNow().UtcDateTime;
        await Host.AddAsync(ContactPoint.Enter("CI", Details, Actor.System, now));

        Assert.Equal(now, await Host.StoreAsync(db => db.Set<ContactPoint>().Select(entry => entry.ValidFrom).SingleAsync()));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync()));
    }

    [Fact]
    public async Task A_test_begins_with_an_empty_store()
    {
        Assert.False(await Host.StoreAsync(db => db.Set<ContactPoint>().AnyAsync()));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync()));
    }

    [Fact]
    public async Task The_console_answers_requests_in_the_process()
    {
        using var client = Host.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health", UriKind.Relative))).StatusCode);
    }
}

public sealed class ConsoleHostOnSqlite() : ConsoleHostTests(DatabaseKind.Sqlite);

public sealed class ConsoleHostOnPostgreSql() : ConsoleHostTests(DatabaseKind.PostgreSql);
