namespace Ephyto.AdminConsole.Platform.Live;

/// <summary>Tells open pages and background workers that something changed. A singleton; safe from any thread.</summary>
internal interface ILiveEvents
{
    /// <summary>
    /// Calls <paramref name="onChanged"/> after changes that any of the topics covers: at once for the first, then at most
    /// every 250 ms, the last change never lost. It runs on a pool thread, in the culture of the subscriber.
    /// </summary>
    /// <returns>Ends the subscription when disposed; no call starts after that.</returns>
    IDisposable Subscribe(IReadOnlyCollection<LiveTopic> topics, Func<Task> onChanged);

    /// <summary>Where the feed stands. Who notes it before reading can ask afterwards whether the reading is still true.</summary>
    long Mark();

    /// <summary>Whether something that a topic covers was told after the mark. Yes also where that is no longer known.</summary>
    bool HasToldSince(long mark, IReadOnlyCollection<LiveTopic> topics);

    void Publish(IReadOnlyCollection<LiveChange> changes);

    /// <summary>Changes may have been missed: everybody looks again.</summary>
    void PublishEverything();
}
