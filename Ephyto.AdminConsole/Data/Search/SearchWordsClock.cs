using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data.Search;

/// <summary>
/// During an upgrade a node of an earlier console may go on beside this one and change names, or forget them, and no words with them:
/// now and again the words follow. Any number of nodes may do it.
/// </summary>
internal sealed partial class SearchWordsClock(SearchWordsOfOldRows words, TimeProvider time, ILogger<SearchWordsClock> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await words.FollowAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is DbException or DbUpdateException or IOException)
            {
                SayFailed(logger, failed);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The words of what was renamed could not be brought up to date; it is tried again in some minutes")]
    private static partial void SayFailed(ILogger logger, Exception failed);
}
