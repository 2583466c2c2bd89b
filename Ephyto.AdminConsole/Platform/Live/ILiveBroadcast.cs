using Ephyto.AdminConsole.Data;

namespace Ephyto.AdminConsole.Platform.Live;

/// <summary>Carries changes from a commit to every node's live feed.</summary>
internal interface ILiveBroadcast
{
    /// <summary>Called inside the transaction: what is announced reaches other nodes only if it commits.</summary>
    Task AnnounceAsync(ConsoleDbContext db, IReadOnlyCollection<LiveChange> changes, CancellationToken ct);

    /// <summary>Called after the commit, on the node that committed.</summary>
    void Deliver(IReadOnlyCollection<LiveChange> changes);
}

/// <summary>One node: the commit is all there is to wait for.</summary>
internal sealed class LocalBroadcast(ILiveEvents live) : ILiveBroadcast
{
    public Task AnnounceAsync(ConsoleDbContext db, IReadOnlyCollection<LiveChange> changes, CancellationToken ct) => Task.CompletedTask;

    public void Deliver(IReadOnlyCollection<LiveChange> changes) => live.Publish(changes);
}
