using System.Globalization;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Ephyto.AdminConsole.Tests.Platform.Live;

/// <summary>The live feed of one node: what its listeners may rely on.</summary>
public sealed class LiveEventsTests
{
    private static readonly LiveChange Change = new(SubjectKinds.Registration, Guid.NewGuid());
    private static readonly LiveTopic[] Topics = [new(Change.Kind, Change.Id)];
    private readonly FakeTimeProvider _time = new();
    private readonly LiveEvents _live;
    private int _calls;

    public LiveEventsTests() => _live = new LiveEvents(_time, NullLogger<LiveEvents>.Instance);

    [Fact]
    public void Who_read_after_a_mark_learns_whether_the_reading_is_still_true()
    {
        _live.Publish([Change]);
        var mark = _live.Mark();
        Assert.False(_live.HasToldSince(mark, Topics));

        _live.Publish([new LiveChange(SubjectKinds.Nppo, Guid.NewGuid()), Change with { Id = Guid.NewGuid() }]);
        Assert.False(_live.HasToldSince(mark, Topics));
        Assert.True(_live.HasToldSince(mark, [LiveTopic.All(Change.Kind)]));

        _live.Publish([Change]);
        Assert.True(_live.HasToldSince(mark, Topics));
        Assert.False(_live.HasToldSince(_live.Mark(), Topics));
    }

    [Fact]
    public void What_is_no_longer_known_may_have_been_told()
    {
        var mark = _live.Mark();
        _live.PublishEverything();
        Assert.True(_live.HasToldSince(mark, Topics));

        mark = _live.Mark();
        for (var i = 0; i < LiveMemory.Most; i++) _live.Publish([new LiveChange(SubjectKinds.Nppo, Guid.NewGuid())]);
        Assert.False(_live.HasToldSince(mark, Topics));
        _live.Publish([new LiveChange(SubjectKinds.Nppo, Guid.NewGuid())]);
        Assert.True(_live.HasToldSince(mark, Topics));
    }

    [Fact]
    public async Task The_first_change_is_told_at_once()
    {
        using var subscription = _live.Subscribe(Topics, Count);
        _live.Publish([Change]);
        await CalledAsync(1);
    }

    [Fact]
    public async Task A_burst_becomes_one_more_call_and_its_last_change_is_not_lost()
    {
        using var subscription = _live.Subscribe(Topics, Count);
        _live.Publish([Change]);
        await CalledAsync(1);

        for (var i = 0; i < 100; i++) _live.Publish([Change]);
        Assert.Equal(1, Volatile.Read(ref _calls));
        await CalledAsync(2, passing: true);

        // Only another change leads to another call, however much time goes by.
        _time.Advance(TimeSpan.FromMinutes(1));
        _live.Publish([Change]);
        await CalledAsync(3, passing: true);
        Assert.Equal(3, Volatile.Read(ref _calls));
    }

    [Fact]
    public async Task Who_takes_long_to_read_is_called_less_often()
    {
        var slow = TimeSpan.FromMilliseconds(120);
        using var subscription = _live.Subscribe(Topics, () =>
        {
            if (_calls == 0) _time.Advance(slow);
            return Count();
        });
        _live.Publish([Change]);
        await CalledAsync(1);
        _live.Publish([Change]);

        // After three times as long as it read, not before.
        _time.Advance(3 * slow - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, Volatile.Read(ref _calls));
        await CalledAsync(2, passing: true);

        // The second time it was quick.
        _live.Publish([Change]);
        await Eventually.TrueAsync(() =>
        {
            _time.Advance(LiveSubscription.ShortestPause);
            return Volatile.Read(ref _calls) == 3;
        }, "the third call");
    }

    [Fact]
    public async Task A_change_during_a_call_is_told_after_it_and_never_beside_it()
    {
        var (running, most) = (0, 0);
        var going = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = _live.Subscribe(Topics, async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await going.Task;
            Interlocked.Decrement(ref running);
            await Count();
        });
        _live.Publish([Change]);
        await Eventually.TrueAsync(() => Volatile.Read(ref running) == 1, "the listener to run");
        for (var i = 0; i < 10; i++) _live.Publish([Change]);

        going.SetResult();

        await CalledAsync(2, passing: true);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_listener_runs_off_the_publishers_thread()
    {
        using var returned = new ManualResetEventSlim();
        using var subscription = _live.Subscribe(Topics, () =>
        {
            // On the publisher's thread this would wait for itself.
            Assert.True(returned.Wait(Patience.Usual));
            return Count();
        });
        _live.Publish([Change]);
        returned.Set();
        await CalledAsync(1);
    }

    [Fact]
    public async Task A_listener_runs_in_its_own_culture()
    {
        var heard = "";
        IDisposable subscription;
        using (CultureScope.Enter("ar"))
        {
            subscription = _live.Subscribe(Topics, () =>
            {
                heard = $"{CultureInfo.CurrentCulture.Name} {CultureInfo.CurrentUICulture.Name}";
                return Count();
            });
        }

        using (subscription)
        using (CultureScope.Enter("fr"))
        {
            _live.Publish([Change]);
            await CalledAsync(1);
        }

        Assert.Equal("ar ar", heard);
    }

    [Fact]
    public async Task A_listener_that_throws_ends_neither_its_own_feed_nor_the_others()
    {
        var thrown = 0;
        using var broken = _live.Subscribe(Topics, () =>
        {
            Interlocked.Increment(ref thrown);
            throw new InvalidOperationException("A listener's own trouble.");
        });
        using var other = _live.Subscribe(Topics, Count);

        _live.Publish([Change]);
        await CalledAsync(1);
        await Eventually.TrueAsync(() => Volatile.Read(ref thrown) == 1, "the broken listener to be called");
        _live.Publish([Change]);

        await Eventually.TrueAsync(() => Passed(() => Volatile.Read(ref thrown) == 2), "the broken listener to be called again");
        await CalledAsync(2, passing: true);
    }

    [Fact]
    public async Task Who_has_left_hears_nothing_and_may_leave_twice()
    {
        var gone = 0;
        var left = _live.Subscribe(Topics, () =>
        {
            gone++;
            return Task.CompletedTask;
        });
        using var other = _live.Subscribe(Topics, Count);
        left.Dispose();
        left.Dispose();

        _live.Publish([Change]);
        _live.PublishEverything();

        await CalledAsync(1);
        Assert.Equal(0, gone);
    }

    [Fact]
    public async Task Each_hears_what_its_topics_cover_and_everybody_when_changes_may_have_been_missed()
    {
        var others = 0;
        using var other = _live.Subscribe([new LiveTopic(SubjectKinds.Registration, Guid.NewGuid()), LiveTopic.All(SubjectKinds.Email)],
            () =>
        {
            Interlocked.Increment(ref others);
            return Task.CompletedTask;
        });
        using var all = _live.Subscribe([LiveTopic.All(SubjectKinds.Registration)], Count);

        _live.Publish([Change]);
        await CalledAsync(1);
        Assert.Equal(0, Volatile.Read(ref others));

        _live.PublishEverything();
        await CalledAsync(2, passing: true);
        await Eventually.TrueAsync(() => Volatile.Read(ref others) == 1, "the other listener to be called");
    }

    private Task Count()
    {
        Interlocked.Increment(ref _calls);
        return Task.CompletedTask;
    }

    private bool Passed(Func<bool> reached)
    {
        _time.Advance(LiveSubscription.LongestPause);
        return reached();
    }

    private Task CalledAsync(int times, bool passing = false) => Eventually.TrueAsync(
        () => passing ? Passed(() => Volatile.Read(ref _calls) == times) : Volatile.Read(ref _calls) == times, $"call {times}");
}
