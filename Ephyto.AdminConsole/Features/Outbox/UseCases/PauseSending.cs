using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <param name="Reason">What colleagues should know; may be empty.</param>
internal sealed record PauseSendingRequest(string? Reason);

/// <summary>From now on no node takes up an e-mail. What is in a dispatcher's hands at this moment is finished.</summary>
internal sealed class PauseSending(SendingAct sending)
{
    public Task<Result> HandleAsync(PauseSendingRequest request, Actor actor, CancellationToken ct) =>
        sending.ActAsync(actor, (it, now) => it.Pause(request.Reason, actor, now), ct);
}
