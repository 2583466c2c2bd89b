namespace Ephyto.AdminConsole.Platform.Live;

/// <summary>
/// One reading for many who ask at the same moment. Whoever asks gets a reading that began after the question, so that it
/// shows what was true then; those who ask while one is under way share the next one.
/// </summary>
/// <param name="read">Must not depend on who asks, nor on their language.</param>
internal sealed class SharedReading<T>(Func<Task<T>> read)
{
    private readonly Lock _gate = new();
    private Task<T>? _running;
    private Task<T>? _next;

    public Task<T> AskAsync()
    {
        lock (_gate)
        {
            return _running is null ? _running = ReadAsync(Task.CompletedTask) : _next ??= ReadAsync(_running);
        }
    }

    /// <summary>Until nothing is read any more, for whoever is about to close the store.</summary>
    public async Task RestAsync()
    {
        Task? last;
        lock (_gate)
        {
            last = _next ?? _running;
        }

        if (last is not null) await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<T> ReadAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        try
        {
            return await read();
        }
        finally
        {
            lock (_gate)
            {
                (_running, _next) = (_next, null);
            }
        }
    }
}
