using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Staff;

/// <summary>Looks at the clock for as long as the console runs.</summary>
internal sealed class HubUserClock(
    AdvanceHubUsers advance, IOptions<HubUsersOptions> options, TimeProvider time, ILogger<HubUserClock> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.ClockSeconds), time);
        do
        {
            try
            {
                await advance.HandleAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The clock could not move roles in the hub on; it tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
