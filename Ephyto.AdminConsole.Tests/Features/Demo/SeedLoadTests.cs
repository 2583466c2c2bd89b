using Ephyto.AdminConsole.Features.Demo.Load;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Ephyto.AdminConsole.Tests.Features.Demo;

/// <summary>Data to measure with: as much as asked for, no mail to anybody, a trail that holds.</summary>
public abstract class SeedLoadTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task A_hundredth_is_a_hundredth_and_nothing_waits_to_be_sent()
    {
        await Host.AddAsync(Host.Contact("CI"), Host.Contact("BO", "Another"), Host.Contact("VN", "Information point", ContactPointKind.InformationPoint));
        var before = await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync());

        Assert.Equal(0, await Host.Services.SeedLoadAsync(["seed-load", "100"], default));

        Assert.Equal(100, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
        Assert.Equal(200, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync()));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(e => e.State == EmailState.Queued)));
        var trail = await Host.StoreAsync(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());
        Assert.InRange(trail.Count, before + 500, before + 1000);
        foreach (var (entry, previous) in trail.Zip(trail.Prepend(null)))
            Assert.Equal((previous?.Hash ?? AuditEntry.Genesis, entry.Hash), (entry.PreviousHash, entry.ComputeHash()));
    }

    [Theory]
    [InlineData("seed-load", "0")]
    [InlineData("seed-load", "many")]
    [InlineData("seed-load", "1", "2")]
    public async Task What_it_does_not_understand_makes_nothing(params string[] args)
    {
        Assert.Equal(1, await Host.Services.SeedLoadAsync(args, default));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }
}

public sealed class SeedLoadInProductionTests
{
    [Fact]
    public async Task It_is_refused_in_Production()
    {
        await using var services = new ServiceCollection().AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Production" }).BuildServiceProvider();

        Assert.Equal(1, await services.SeedLoadAsync(["seed-load"], default));
    }
}

public sealed class SeedLoadOnSqlite() : SeedLoadTests(DatabaseKind.Sqlite);

public sealed class SeedLoadOnPostgreSql() : SeedLoadTests(DatabaseKind.PostgreSql);
