using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Time;

internal static class ClockRegistration
{
    /// <summary>A work of its own interval, done for the first time when that has passed. Any number of nodes may do it.</summary>
    public static IServiceCollection AddClock<TWork>(this IServiceCollection services, TimeSpan interval,
        Func<TWork, CancellationToken, Task> doAsync)
        where TWork : class => services.AddClock(_ => interval, FirstTick.AfterInterval, doAsync);

    /// <summary>
    /// A work whose interval is a setting, done at the start too: what came due while the console was down waits no longer.
    /// </summary>
    public static IServiceCollection AddClock<TWork, TOptions>(
        this IServiceCollection services, Func<TOptions, int> seconds, Func<TWork, CancellationToken, Task> doAsync)
        where TWork : class
        where TOptions : class => services.AddClock(
            sp => TimeSpan.FromSeconds(seconds(sp.GetRequiredService<IOptions<TOptions>>().Value)), FirstTick.AtStart, doAsync);

    private static IServiceCollection AddClock<TWork>(
        this IServiceCollection services, Func<IServiceProvider, TimeSpan> interval, FirstTick first,
        Func<TWork, CancellationToken, Task> doAsync)
        where TWork : class => services.AddHostedService(sp => new Clock<TWork>(
            sp.GetRequiredService<TWork>(), doAsync, interval(sp), first, sp.GetRequiredService<TimeProvider>(),
            sp.GetRequiredService<ILogger<Clock<TWork>>>()));
}
