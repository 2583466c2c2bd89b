using Ephyto.AdminConsole.Platform.Email;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>Mails go out again: from this node at once, from the others when they next look.</summary>
internal sealed class ResumeSending(SendingAct sending, EmailSignal signal)
{
    public async Task<Result> HandleAsync(Actor actor, CancellationToken ct)
    {
        var done = await sending.ActAsync(actor, (it, now) => it.Resume(actor, now), ct);
        if (done.IsSuccess) signal.Pulse();
        return done;
    }
}
