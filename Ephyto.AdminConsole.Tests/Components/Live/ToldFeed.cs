using Ephyto.AdminConsole.Platform.Live;

namespace Ephyto.AdminConsole.Tests.Components.Live;

/// <summary>The live feed, which tells its newest listener also when the test says so.</summary>
internal sealed class ToldFeed(LiveEvents live) : ILiveEvents
{
    public Func<Task> TellAsync { get; private set; } = () => Task.CompletedTask;

    public IDisposable Subscribe(IReadOnlyCollection<LiveTopic> topics, Func<Task> onChanged)
    {
        TellAsync = onChanged;
        return live.Subscribe(topics, onChanged);
    }

    public long Mark() => live.Mark();

    public bool HasToldSince(long mark, IReadOnlyCollection<LiveTopic> topics) => live.HasToldSince(mark, topics);

    public void Publish(IReadOnlyCollection<LiveChange> changes) => live.Publish(changes);

    public void PublishEverything() => live.PublishEverything();
}
