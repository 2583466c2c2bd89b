using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ephyto.AdminConsole.Tests.Integration.Start;

/// <summary>Two real consoles at once on one store: nodes on PostgreSQL, an owner and a stranger on SQLite.</summary>
public sealed class TwoProcessesTests
{
    private const int Rounds = 2;
    private static readonly Dictionary<string, string?> Quick = new() { ["Demo:Enabled"] = "false" };

    /// <param name="behind">How many migrations the database lacks; 0 for a database that is not there.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task On_PostgreSQL_both_become_ready(int behind)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);
            if (behind > 0) await MigrateAsync(database, behind);
            await using var first = ConsoleApp.Begin(database.Settings);
            await using var second = ConsoleApp.Begin(database.Settings);

            await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync());

            Assert.True(first.IsRunning && second.IsRunning);
            await using var db = database.CreateContext();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            Assert.Equal((1, 5), (await db.Set<HubUser>().CountAsync(), await db.Set<IntegrationDocument>().CountAsync()));
        }
    }

    [Fact]
    public async Task On_SQLite_the_second_says_that_another_process_owns_the_file_until_that_one_is_killed()
    {
        await using var owner = await ConsoleApp.StartAsync(Quick);
        var same = new Dictionary<string, string?>(Quick) { ["Storage:DataDirectory"] = owner.DataDirectory };

        foreach (var args in (string[][])[[], ["seed-load", "1000"]])
        {
            var (code, output) = await ConsoleApp.RunToEndAsync(same, "Development", args);
            Assert.Equal(1, code);
            StartTests.AssertOneSentence(output, "Another process owns the store", "console.db", "Storage:DataDirectory");
        }

        // What only reads has no quarrel with it.
        Assert.Equal(0, (await ConsoleApp.RunToEndAsync(same, "Development", "verify-audit")).ExitCode);
        Assert.True(owner.IsRunning);
        owner.Kill();
        await using var next = await ConsoleApp.StartAsync(same);
        Assert.True(next.IsRunning);
    }

    [Fact]
    public async Task Of_two_that_begin_at_once_on_SQLite_one_becomes_ready_and_the_other_says_why_it_does_not()
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var directory = new TemporaryDirectory();
            var settings = new Dictionary<string, string?>(Quick) { ["Storage:DataDirectory"] = directory.Path };
            await using var first = ConsoleApp.Begin(settings);
            await using var second = ConsoleApp.Begin(settings);

            await Eventually.TrueAsync(() => !first.IsRunning || !second.IsRunning, "one of the two consoles to end",
                ConsoleApp.StartLimit);

            var (owner, stranger) = first.IsRunning ? (first, second) : (second, first);
            Assert.Equal(1, await stranger.EndAsync());
            StartTests.AssertOneSentence(stranger.Log, "Another process owns the store");
            await owner.ReadyAsync();
            owner.Kill();
        }
    }

    private static async Task MigrateAsync(TestDatabase database, int behind)
    {
        await using var db = database.CreateContext();
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().SkipLast(behind).Last());
    }
}
