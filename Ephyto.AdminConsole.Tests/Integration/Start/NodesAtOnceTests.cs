using Ephyto.AdminConsole.Data.Start;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Integration.Start;

public sealed class NodesAtOnceOnSqlite() : NodesAtOnceTests(DatabaseKind.Sqlite);

public sealed class NodesAtOnceOnPostgreSql() : NodesAtOnceTests(DatabaseKind.PostgreSql);

/// <summary>Several nodes that start at the same instant take turns, and what they fill in is there once.</summary>
public abstract class NodesAtOnceTests(DatabaseKind kind)
{
    private const int Rounds = 3;
    private static readonly Dictionary<string, string?> WithDemo = new() { ["Demo:Enabled"] = "true" };

    [Fact]
    public async Task On_a_database_that_is_not_there_yet()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var database = await TestDatabase.CreateEmptyAsync(kind);
            await StartAllAsync(database, WithDemo);
        }
    }

    [Fact]
    public async Task On_one_that_is_a_migration_behind()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var database = await TestDatabase.CreateEmptyAsync(kind);
            await using (var db = database.CreateContext())
            {
                await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().TakeLast(2).First());
            }

            await StartAllAsync(database, WithDemo);
        }
    }

    [Fact]
    public async Task Who_waits_longer_than_it_may_says_which_setting_to_raise()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await ConsoleHost.StartOnAsync(database, new Dictionary<string, string?>());
        var patient = host.Get<StoreLock>();
        await using var held = await patient.TakeAsync(CancellationToken.None);
        var impatient = new StoreLock(
            host.Get<IDbContextFactory<Ephyto.AdminConsole.Data.ConsoleDbContext>>(),
            Options.Create(new Ephyto.AdminConsole.Data.DatabaseOptions { PreparationSeconds = 0 }), NullLogger<StoreLock>.Instance);

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => impatient.TakeAsync(CancellationToken.None));

        Assert.Contains("Database:PreparationSeconds", refused.Message, StringComparison.Ordinal);
        await held.DisposeAsync();
        // The server gives a session's locks back a moment after the client has gone.
        await using var free = await patient.TakeAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Who_waits_says_for_what_and_how_long_and_goes_on_once_it_may()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await ConsoleHost.StartOnAsync(database, new Dictionary<string, string?>());
        var held = await host.Get<StoreLock>().TakeAsync(CancellationToken.None);
        var said = new FirstLine();
        var waiting = new StoreLock(
            host.Get<IDbContextFactory<Ephyto.AdminConsole.Data.ConsoleDbContext>>(),
            Options.Create(new Ephyto.AdminConsole.Data.DatabaseOptions { PreparationSeconds = 1234 }),
            said).TakeAsync(CancellationToken.None);

        try
        {
            Assert.Same(said.Line, await Task.WhenAny(said.Line, waiting));
            Assert.Matches(
                @"^Warning: Another process prepares the store\. .* \d+ of at most 1234 seconds \(Database:PreparationSeconds\)\.$",
                await said.Line);
        }
        finally
        {
            await held.DisposeAsync();
            await (await waiting).DisposeAsync();
        }
    }

    private static async Task StartAllAsync(TestDatabase database, IReadOnlyDictionary<string, string?> settings)
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ConsoleHost.StartOnAsync(database, settings)));
        try
        {
            foreach (var node in nodes)
            {
                Assert.Empty(await node.StoreAsync(db => db.Database.GetPendingMigrationsAsync()));
                Assert.Equal(1, await node.StoreAsync(db => db.Set<HubUser>().CountAsync()));
                Assert.Equal(5, await node.StoreAsync(db => db.Set<IntegrationDocument>().CountAsync()));
                Assert.True(await node.StoreAsync(db => db.Set<ContactPoint>().CountAsync()) > 100);
            }
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    private sealed class FirstLine : ILogger<StoreLock>
    {
        private readonly TaskCompletionSource<string> _line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => _line.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            _line.TrySetResult($"{logLevel}: {formatter(state, exception)}");
    }
}
