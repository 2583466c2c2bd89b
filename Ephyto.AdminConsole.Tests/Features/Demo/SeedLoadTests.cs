using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Demo.Load;
using Ephyto.AdminConsole.Platform.Countries;
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

/// <summary>Data to measure with: as much as asked for, no e-mail to anybody, a trail that holds.</summary>
public abstract class SeedLoadTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task A_hundredth_is_a_hundredth_and_nothing_waits_to_be_sent()
    {
        await Host.AddAsync(Host.Contact("CI"), Host.Contact("BO", "Another"),
            Host.Contact("VN", "Information point", ContactPointKind.InformationPoint));
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

    [Fact]
    public async Task A_run_that_was_cut_short_leaves_nothing_and_the_next_one_says_so()
    {
        Host.Get<LoadMark>().Begin();
        var cut = new LoadSeeder(new CutShort(Host), Host.Get<CountryCatalogue>(), Host.Get<LoadMark>(), Host.Time);
        await Assert.ThrowsAsync<InvalidOperationException>(() => cut.SeedAsync(LoadPlan.Full.DividedBy(100), default));
        Assert.Equal((0, 0), (await CountAsync<Registration>(), await CountAsync<OutgoingEmail>()));

        using var said = new StringWriter();
        Assert.Equal(0, await Host.Services.SeedLoadAsync(["seed-load", "100", "--Demo:Enabled", "false"], said, default));

        Assert.StartsWith("The seed-load of 2026-03-02 09:00:00 UTC was interrupted before its end. Nothing of it is in the store",
            said.ToString(), StringComparison.Ordinal);
        Assert.Equal((100, 200), (await CountAsync<Registration>(), await CountAsync<OutgoingEmail>()));
        using var next = new StringWriter();
        await Host.Services.SeedLoadAsync(["seed-load", "1000"], next, default);
        Assert.DoesNotContain("interrupted", next.ToString(), StringComparison.Ordinal);
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

    private Task<int> CountAsync<T>()
        where T : class => Host.StoreAsync(db => db.Set<T>().CountAsync());

    /// <summary>A store whose process dies at the third save, when the registrations are already written.</summary>
    private sealed class CutShort(ConsoleHost host) : IDbContextFactory<ConsoleDbContext>
    {
        private int _saves;

        public ConsoleDbContext CreateDbContext()
        {
            var db = host.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContext();
            db.SavingChanges += (_, _) => { if (++_saves == 3) throw new InvalidOperationException("Killed"); };
            return db;
        }
    }
}

public sealed class SeedLoadInProductionTests
{
    [Fact]
    public async Task It_is_refused_in_Production()
    {
        await using var services =
            new ServiceCollection().AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Production" })
                .BuildServiceProvider();

        Assert.Equal(1, await services.SeedLoadAsync(["seed-load"], default));
    }
}

public sealed class SeedLoadOnSqlite() : SeedLoadTests(DatabaseKind.Sqlite);

public sealed class SeedLoadOnPostgreSql() : SeedLoadTests(DatabaseKind.PostgreSql);
