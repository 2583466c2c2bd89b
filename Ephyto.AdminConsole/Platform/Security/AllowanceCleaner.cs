namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Once an hour takes away what says nothing any more of who used what.</summary>
internal sealed partial class AllowanceCleaner(Allowances allowances, TimeProvider time, ILogger<AllowanceCleaner> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await allowances.ClearAsync(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                SayFailed(logger, failed);
            }
        }
    }

    [LoggerMessage(1103, LogLevel.Error, "What is over of the limits could not be taken away; it is tried again in an hour")]
    private static partial void SayFailed(ILogger logger, Exception failed);
}
