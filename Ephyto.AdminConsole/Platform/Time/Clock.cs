namespace Ephyto.AdminConsole.Platform.Time;

/// <summary>
/// Does the same work again and again for as long as the console runs, one time after the other. What fails is logged and done
/// again at the next tick: one bad hour of the store must not end what reminds people, for as long as nobody restarts the console.
/// </summary>
internal sealed partial class Clock<TWork>(
    TWork work, Func<TWork, CancellationToken, Task> doAsync, TimeSpan interval, FirstTick first, TimeProvider time,
    ILogger<Clock<TWork>> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        if (first == FirstTick.AtStart) await TickAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TickAsync(stoppingToken);
    }

    private async Task TickAsync(CancellationToken stopping)
    {
        try
        {
            await doAsync(work, stopping);
        }
        catch (Exception failed) when (!stopping.IsCancellationRequested)
        {
            // A cancellation too that is not the end of the console: somebody else ran out of patience.
            SayFailed(logger, failed, typeof(TWork).Name, interval);
        }
    }

    [LoggerMessage(LogLevel.Error, "What the clock does ({Work}) failed; it is tried again in {Interval}")]
    private static partial void SayFailed(ILogger logger, Exception failed, string work, TimeSpan interval);
}

internal enum FirstTick { AtStart, AfterInterval }
