using System.Threading.Channels;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// What is done after the answer has gone, one thing after the other: how long it takes, and whether it was done at all,
/// shows nobody who waits for an answer. What a killed process had not done is lost; whoever asked asks again.
/// </summary>
internal sealed partial class AfterAnswer(IServiceScopeFactory scopes, ILogger<AfterAnswer> logger) : BackgroundService
{
    // As many as a flood may leave behind before more of it is dropped.
    private const int Most = 1_000;

    private readonly Channel<Func<IServiceProvider, CancellationToken, Task>> _queue =
        Channel.CreateBounded<Func<IServiceProvider, CancellationToken, Task>>(
            new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.Wait });

    /// <returns>False where too much waits already: it will not be done.</returns>
    public bool TryAdd(Func<IServiceProvider, CancellationToken, Task> work)
    {
        if (_queue.Writer.TryWrite(work)) return true;
        SayDropped(logger);
        return false;
    }

    /// <summary>The same with one service, of the scope in which it is done.</summary>
    public bool TryAdd<TService>(Func<TService, CancellationToken, Task> work)
        where TService : notnull => TryAdd((services, ct) => work(services.GetRequiredService<TService>(), ct));

    /// <summary>Does what waits now.</summary>
    public async Task DoWaitingAsync(CancellationToken ct)
    {
        while (_queue.Reader.TryRead(out var work)) await DoAsync(work, ct);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await DoWaitingAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in _queue.Reader.ReadAllAsync(stoppingToken)) await DoAsync(work, stoppingToken);
    }

    private async Task DoAsync(Func<IServiceProvider, CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider, ct);
        }
        catch (Exception failed) when (!ct.IsCancellationRequested)
        {
            SayFailed(logger, failed);
        }
    }

    [LoggerMessage(1101, LogLevel.Error, "Something that was to be done after an answer failed")]
    private static partial void SayFailed(ILogger logger, Exception failed);

    [LoggerMessage(1102, LogLevel.Warning, "Too much waits to be done after its answer: something was dropped")]
    private static partial void SayDropped(ILogger logger);
}
