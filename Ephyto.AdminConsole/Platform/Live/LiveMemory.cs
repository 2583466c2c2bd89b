namespace Ephyto.AdminConsole.Platform.Live;

/// <summary>The last changes that were told, numbered. Not safe from several threads: its owner locks.</summary>
internal sealed class LiveMemory
{
    /// <summary>Enough for the moment between the reading of a page and its subscription, also while a directory is imported.</summary>
    public const int Most = 1_024;

    private readonly Queue<LiveChange> _last = new();

    /// <summary>How many changes were told so far.</summary>
    public long Count { get; private set; }

    public void Add(IReadOnlyCollection<LiveChange> changes)
    {
        foreach (var change in changes)
        {
            _last.Enqueue(change);
            Count++;
            if (_last.Count > Most) _last.Dequeue();
        }
    }

    /// <summary>Anything may have changed.</summary>
    public void Forget()
    {
        _last.Clear();
        Count++;
    }

    public bool HoldsSince(long mark, IReadOnlyCollection<LiveTopic> topics)
    {
        var first = Count - _last.Count;
        return mark < first
            || _last.Skip((int)Math.Min(mark - first, _last.Count)).Any(change => topics.Any(topic => topic.Covers(change)));
    }
}
