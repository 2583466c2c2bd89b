namespace Ephyto.AdminConsole.Platform.Live;

internal sealed class LiveEvents(TimeProvider time, ILogger<LiveEvents> logger) : ILiveEvents
{
    private readonly Lock _gate = new();
    private readonly HashSet<LiveSubscription> _subscriptions = [];
    private readonly LiveMemory _memory = new();

    public IDisposable Subscribe(IReadOnlyCollection<LiveTopic> topics, Func<Task> onChanged)
    {
        var subscription = new LiveSubscription(topics, onChanged, time, logger, Remove);
        lock (_gate) _subscriptions.Add(subscription);
        return subscription;
    }

    public long Mark()
    {
        lock (_gate) return _memory.Count;
    }

    public bool HasToldSince(long mark, IReadOnlyCollection<LiveTopic> topics)
    {
        lock (_gate) return _memory.HoldsSince(mark, topics);
    }

    public void Publish(IReadOnlyCollection<LiveChange> changes)
    {
        lock (_gate) _memory.Add(changes);
        foreach (var subscription in Snapshot())
        {
            if (changes.Any(subscription.Wants)) subscription.Signal();
        }
    }

    public void PublishEverything()
    {
        lock (_gate) _memory.Forget();
        foreach (var subscription in Snapshot()) subscription.Signal();
    }

    // Copied under the lock and called outside it: a subscriber may subscribe or leave while it is called.
    private LiveSubscription[] Snapshot()
    {
        lock (_gate) return [.. _subscriptions];
    }

    private void Remove(LiveSubscription subscription)
    {
        lock (_gate) _subscriptions.Remove(subscription);
    }
}
