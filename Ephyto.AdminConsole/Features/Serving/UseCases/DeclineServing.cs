using Ephyto.Domain.Common;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <param name="Words">Why; the organization reads it.</param>
internal sealed record DeclineServingRequest(Guid LinkId, string? Words);

/// <summary>The contact point does not want the connection to exchange for its country.</summary>
internal sealed class DeclineServing(ServingDecision decision, TimeProvider time)
{
    public Task<Result<ServingState>> HandleAsync(DeclineServingRequest request, CancellationToken ct) => decision.DecideAsync(
        request.LinkId,
        (_, serving, contact) => Task.FromResult(serving.Decline(contact, request.Words, time.GetUtcNow().UtcDateTime)), ct);
}
