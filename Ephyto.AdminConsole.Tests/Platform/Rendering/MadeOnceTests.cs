using Ephyto.AdminConsole.Platform.Rendering;

namespace Ephyto.AdminConsole.Tests.Platform.Rendering;

/// <summary>What takes the processor a while is made once, whoever asks how often.</summary>
public sealed class MadeOnceTests : IDisposable
{
    private readonly MadeOnce _made = new();
    private int _count;

    public void Dispose() => _made.Dispose();

    [Fact]
    public async Task Sixty_who_ask_at_once_get_one_and_the_same()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(() => AskAsync("a", CancellationToken.None))));

        Assert.Equal(1, _count);
        Assert.All(all, one => Assert.Same(all[0], one));
        Assert.NotSame(all[0], await AskAsync("b", CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_has_gone_lets_the_next_one_make_it()
    {
        using var gone = new CancellationTokenSource();
        var first = _made.GetAsync<byte[]>("a", ct =>
        {
            gone.Cancel();
            ct.ThrowIfCancellationRequested();
            return [];
        }, bytes => bytes.Length, gone.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        Assert.NotNull(await AskAsync("a", CancellationToken.None));
        Assert.Equal(1, _count);
    }

    [Fact]
    public async Task What_is_larger_than_the_room_is_made_again_and_not_kept()
    {
        for (var time = 0; time < 2; time++)
            await _made.GetAsync("large", _ => { _count++; return new byte[1]; }, _ => 1L << 40, CancellationToken.None);

        Assert.Equal(2, _count);
    }

    private Task<byte[]> AskAsync(string key, CancellationToken ct) => _made.GetAsync(key, _ =>
    {
        Interlocked.Increment(ref _count);
        return new byte[10];
    }, bytes => bytes.Length, ct);
}
