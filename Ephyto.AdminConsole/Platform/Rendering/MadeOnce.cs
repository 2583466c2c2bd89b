using Microsoft.Extensions.Caching.Memory;

namespace Ephyto.AdminConsole.Platform.Rendering;

/// <summary>
/// What takes the processor a while to make of a content is made once: it is kept while there is room, one reader at a time makes
/// it while the others wait, and few things are made at a time in all.
/// </summary>
internal sealed class MadeOnce : IDisposable
{
    private const long Room = 64L * 1024 * 1024;
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly SemaphoreSlim[] _doors = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <param name="key">Names the content and everything else that what is made depends on.</param>
    /// <param name="make">Stops when its reader has gone; the next one who waits makes it then.</param>
    /// <param name="sizeOf">In bytes.</param>
    /// <param name="ct">Of the reader.</param>
    public async Task<T> GetAsync<T>(string key, Func<CancellationToken, T> make, Func<T, long> sizeOf, CancellationToken ct)
        where T : class
    {
        if (_kept.TryGetValue(key, out T? kept)) return kept!;
        var door = _doors[(uint)key.GetHashCode(StringComparison.Ordinal) % (uint)_doors.Length];
        await door.WaitAsync(ct);
        try
        {
            return _kept.TryGetValue(key, out kept) ? kept! : await MakeAsync(key, make, sizeOf, ct);
        }
        finally
        {
            door.Release();
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _places.Dispose();
        foreach (var door in _doors) door.Dispose();
    }

    private async Task<T> MakeAsync<T>(string key, Func<CancellationToken, T> make, Func<T, long> sizeOf, CancellationToken ct)
        where T : class
    {
        await _places.WaitAsync(ct);
        try
        {
            ct.ThrowIfCancellationRequested();
            var made = make(ct);
            return _kept.Set(key, made, new MemoryCacheEntryOptions { Size = sizeOf(made) + (2 * key.Length) });
        }
        finally
        {
            _places.Release();
        }
    }
}
