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

    void Publish(IReadOnlyCollection<LiveChange> changes);

    /// <summary>Changes may have been missed: everybody looks again.</summary>
    void PublishEverything();
}
