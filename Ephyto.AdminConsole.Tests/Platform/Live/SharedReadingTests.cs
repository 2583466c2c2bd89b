using Ephyto.AdminConsole.Platform.Live;

namespace Ephyto.AdminConsole.Tests.Platform.Live;

/// <summary>Many ask, one reads, and nobody is shown what was true before they asked.</summary>
public sealed class SharedReadingTests
{
    [Fact]
    public async Task Those_who_ask_during_a_reading_share_the_next_one()
    {
        var (gate, readings) = (new SemaphoreSlim(0), 0);
        var shared = new SharedReading<int>(async () =>
        {
            var number = Interlocked.Increment(ref readings);
            await gate.WaitAsync();
            return number;
        });

        var first = shared.AskAsync();
        var others = Enumerable.Range(0, 200).Select(_ => shared.AskAsync()).ToList();
        gate.Release(2);

        Assert.Equal(1, await first);
        Assert.All(await Task.WhenAll(others), number => Assert.Equal(2, number));
        gate.Release();
        Assert.Equal(3, await shared.AskAsync());
    }

    [Fact]
    public async Task Who_asks_after_a_change_sees_it_whatever_is_under_way()
    {
        var (truth, begun, gate) = (1, new SemaphoreSlim(0), new SemaphoreSlim(0));
        var shared = new SharedReading<int>(async () =>
        {
            var seen = Volatile.Read(ref truth);
            begun.Release();
            await gate.WaitAsync();
            return seen;
        });
        var before = shared.AskAsync();
        await begun.WaitAsync();

        Volatile.Write(ref truth, 2);
        var after = shared.AskAsync();
        gate.Release(2);

        Assert.Equal((1, 2), (await before, await after));
    }

    [Fact]
    public async Task A_reading_that_fails_fails_for_its_askers_only()
    {
        var fails = true;
        var shared = new SharedReading<int>(() => fails ? throw new InvalidOperationException("The store is away.") : Task.FromResult(1));
        await Assert.ThrowsAsync<InvalidOperationException>(shared.AskAsync);

        fails = false;

        Assert.Equal(1, await shared.AskAsync());
    }
}
