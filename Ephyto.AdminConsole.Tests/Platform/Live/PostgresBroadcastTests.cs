using System.Collections.Concurrent;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Live;

/// <summary>Two nodes on one PostgreSQL.</summary>
public sealed class PostgresBroadcastTests : IAsyncLifetime
{
    private readonly HeardEvents _firstHeard = new();
    private readonly HeardEvents _secondHeard = new();
    private ConsoleHost? _first;
    private ConsoleHost? _second;

    private ConsoleHost First => _first!;

    private ConsoleHost Second => _second!;

    public async ValueTask InitializeAsync()
    {
        _first = await ConsoleHost.StartAsync(DatabaseKind.PostgreSql,
            change: services => services.Replace(ServiceDescriptor.Singleton<ILiveEvents>(_firstHeard)));
        _second = await ConsoleHost.StartAsync(
            settings: new Dictionary<string, string?>
            {
                ["Database:Provider"] = nameof(DatabaseKind.PostgreSql),
                ["Database:ConnectionString"] = _first.Get<IOptions<DatabaseOptions>>().Value.ConnectionString,
            },
            change: services => services.Replace(ServiceDescriptor.Singleton<ILiveEvents>(_secondHeard)));
        await Eventually.TrueAsync(() => _firstHeard.Everything == 1 && _secondHeard.Everything == 1, "both nodes to listen");
    }

    public async ValueTask DisposeAsync()
    {
        if (_second is not null) await _second.DisposeAsync();
        if (_first is not null) await _first.DisposeAsync();
    }

    [Fact]
    public async Task A_change_committed_on_one_node_is_heard_once_on_each()
    {
        var (here, there) = (First.Submitted("BO"), Second.Submitted("VN"));

        await First.AddAsync(here);
        await Eventually.TrueAsync(() => _secondHeard.Times(here.Id) == 1, "the second node to hear of it");
        await Second.AddAsync(there);
        await Eventually.TrueAsync(() => _firstHeard.Times(there.Id) == 1, "the first node to hear of it");

        // Notifications keep the order of the commits: by now a node's own would have come back to it.
        Assert.Equal((1, 1), (_firstHeard.Times(here.Id), _secondHeard.Times(here.Id)));
    }

    [Fact]
    public async Task What_is_not_committed_is_heard_nowhere()
    {
        var (lost, kept) = (First.Submitted("BO"), First.Submitted("VN"));
        await First.StoreAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(lost);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return true;
        });

        await First.AddAsync(kept);

        await Eventually.TrueAsync(() => _secondHeard.Times(kept.Id) == 1, "the second node to hear of what was committed");
        Assert.Equal(0, _secondHeard.Times(lost.Id));
    }

    [Fact]
    public async Task A_node_that_lost_its_connection_looks_again_at_everything_and_hears_on()
    {
        await First.StoreAsync(db => db.Database.ExecuteSqlAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"));
        await Eventually.TrueAsync(() => BackAgain(First, _firstHeard) & BackAgain(Second, _secondHeard), "both nodes to listen again");

        var registration = First.Submitted("BO");
        await First.AddAsync(registration);
        await Eventually.TrueAsync(() => _secondHeard.Times(registration.Id) == 1, "the second node to hear of it");
    }

    // The pause before a node connects again is one of its own clock.
    private static bool BackAgain(ConsoleHost host, HeardEvents heard)
    {
        host.Time.Advance(TimeSpan.FromSeconds(1));
        return heard.Everything == 2;
    }

    private sealed class HeardEvents : ILiveEvents
    {
        private readonly ConcurrentQueue<LiveChange> _changes = new();
        private int _everything;

        public int Everything => Volatile.Read(ref _everything);

        public int Times(Guid registrationId) =>
            _changes.Count(change => change == new LiveChange(SubjectKinds.Registration, registrationId));

        public IDisposable Subscribe(IReadOnlyCollection<LiveTopic> topics, Func<Task> onChanged) => new Nothing();

        public long Mark() => 0;

        public bool HasToldSince(long mark, IReadOnlyCollection<LiveTopic> topics) => true;

        public void Publish(IReadOnlyCollection<LiveChange> changes)
        {
            foreach (var change in changes) _changes.Enqueue(change);
        }

        public void PublishEverything() => Interlocked.Increment(ref _everything);

        private sealed class Nothing : IDisposable
        {
            public void Dispose()
            {
            }
        }
    }
}
