using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Push;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Features.Sandbox.Calls;

/// <summary>
/// Tells open pages what happened, on every node. It is told past the pipeline of events: test traffic is no act of a person, and stands
/// in no audit trail. That many calls in a row make a page look again a few times only is the feed's doing.
/// </summary>
internal sealed class SandboxNews(ILiveBroadcast broadcast)
{
    /// <summary>Saves, with the calls to addresses that come of it, and commits the transaction that was begun before.</summary>
    /// <param name="db">With what is new.</param>
    /// <param name="transaction">Of the same.</param>
    /// <param name="concerned">Organizations; empty ids for what only the hub sees.</param>
    /// <param name="onTheirWay">Those of them that did something for the first time: their steps tick.</param>
    /// <param name="ct">Cancels.</param>
    public async Task CommitAsync(
        ConsoleDbContext db, IDbContextTransaction transaction, IEnumerable<Guid> concerned, IEnumerable<Guid> onTheirWay,
        CancellationToken ct)
    {
        LiveChange[] changes = [.. concerned.Select(nppo => new LiveChange(SubjectKinds.Sandbox, nppo))
            .Concat(onTheirWay.Select(nppo => new LiveChange(SubjectKinds.Nppo, nppo))).Distinct()];
        await db.NotePushesAsync(ct);
        await db.SaveChangesAsync(ct);
        if (changes.Length > 0) await broadcast.AnnounceAsync(db, changes, ct);
        await transaction.CommitAsync(ct);
        broadcast.Deliver(changes);
    }
}
