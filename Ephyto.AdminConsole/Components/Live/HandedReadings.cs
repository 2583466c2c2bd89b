namespace Ephyto.AdminConsole.Components.Live;

/// <summary>
/// Readings on their way from an answer to its circuit. Whoever opens a page without a circuit (a browser without scripts, a scanner)
/// never fetches them, so they are few and short-lived: a page that finds none reads for itself.
/// </summary>
internal sealed class HandedReadings(TimeProvider time)
{
    public const int Most = 200;

    /// <summary>From the answer to the circuit on a slow line.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Page> _pages = [];
    private readonly Queue<string> _order = new();

    public string Open()
    {
        var key = Guid.NewGuid().ToString("N");
        var now = time.GetTimestamp();
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest)
                && (_order.Count >= Most || !_pages.TryGetValue(oldest, out var page) || IsOver(page, now)))
                _pages.Remove(_order.Dequeue());
            _pages[key] = new Page(now, []);
            _order.Enqueue(key);
        }

        return key;
    }

    public void Add(string key, object question, object answer, long mark)
    {
        lock (_gate)
        {
            if (_pages.TryGetValue(key, out var page)) page.Readings[question] = (answer, mark);
        }
    }

    /// <summary>Hands them over once.</summary>
    public Dictionary<object, (object Answer, long Mark)> Take(string key)
    {
        lock (_gate)
        {
            return _pages.Remove(key, out var page) && !IsOver(page, time.GetTimestamp()) ? page.Readings : [];
        }
    }

    private bool IsOver(Page page, long now) => time.GetElapsedTime(page.Opened, now) > Life;

    private sealed record Page(long Opened, Dictionary<object, (object Answer, long Mark)> Readings);
}
