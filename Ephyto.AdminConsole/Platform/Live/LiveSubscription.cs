using System.Globalization;

namespace Ephyto.AdminConsole.Platform.Live;

/// <summary>One listener: coalesces bursts, keeps the last signal, never runs twice at once, never on the publisher's thread.</summary>
internal sealed class LiveSubscription(
    IReadOnlyCollection<LiveTopic> topics, Func<Task> onChanged, TimeProvider time, ILogger logger, Action<LiveSubscription> onDisposed)
        : IDisposable
{
    public static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(400);

    // Whatever happens, and however slow the machine is, a listener reads for a quarter of the time at most, or is soon told the last.
    private const int PauseForEach = 3;

    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;
    private readonly CancellationTokenSource _ended = new();
    private int _state = Idle;

    private const int Idle = 0;
    private const int Running = 1;
    private const int RunningAndSignalled = 2;

    public bool Wants(LiveChange change) => topics.Any(topic => topic.Covers(change));

    public void Signal()
    {
        if (_ended.IsCancellationRequested) return;
        if (Interlocked.CompareExchange(ref _state, Running, Idle) == Idle) _ = Task.Run(RunAsync);
        else Interlocked.CompareExchange(ref _state, RunningAndSignalled, Running);
    }

    public void Dispose()
    {
        if (_ended.IsCancellationRequested) return;
        _ended.Cancel();
        onDisposed(this);
    }

    private async Task RunAsync()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _uiCulture;
        while (!_ended.IsCancellationRequested)
        {
            Interlocked.Exchange(ref _state, Running);
            var begun = time.GetTimestamp();
            await CallAsync();
            await PauseAsync(time.GetElapsedTime(begun) * PauseForEach);
            if (Interlocked.CompareExchange(ref _state, Idle, Running) == Running) return;
        }
    }

    private async Task CallAsync()
    {
        try
        {
            await onChanged();
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // Its page was closed while it looked.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A listener reports its own errors to its reader; here they only must not end the feed of the others.
            logger.LogError(exception, "A listener of the live feed failed");
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        if (pause < ShortestPause) pause = ShortestPause;
        if (pause > LongestPause) pause = LongestPause;
        try
        {
            await Task.Delay(pause, time, _ended.Token);
        }
        catch (OperationCanceledException)
        {
        }
    }
}
