using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>E-mails go out again: from this node at once, from the others when they next look.</summary>
internal sealed class ResumeSending(SendingAct sending, EmailSignal signal)
{
    /// <param name="pausedAt">The pause that the page showed, with its reason; a later one goes on.</param>
    /// <param name="actor">Somebody of the hub.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> HandleAsync(DateTime pausedAt, Actor actor, CancellationToken ct)
    {
        var done = await sending.ActAsync(actor, (it, now) => it.PausedAt is { } since && since != pausedAt
            ? AccessErrors.ChangedMeanwhile : it.Resume(actor, now), ct);
        if (done.IsSuccess) signal.Pulse();
        return done;
    }
}
