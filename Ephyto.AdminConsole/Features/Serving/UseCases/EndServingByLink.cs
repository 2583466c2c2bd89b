using Ephyto.Domain.Common;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <param name="Version">What is agreed, as the page showed it.</param>
/// <param name="Day">The first day on which the country is no longer served.</param>
/// <param name="Words">Why; the organization reads it.</param>
internal sealed record EndServingByLinkRequest(Guid LinkId, int? Version, DateOnly? Day, string? Words);

/// <summary>The contact point of the served country ends it with notice.</summary>
internal sealed class EndServingByLink(ServingDecision decision, TimeProvider time)
{
    public Task<Result<ServingState>> HandleAsync(EndServingByLinkRequest request, CancellationToken ct) => decision.DecideAsync(
        request.LinkId,
        // Whoever ends it has read the notice that the other side gave.
        (_, serving, contact) => Task.FromResult<Result>(serving.Version != request.Version ? ServingErrors.AgreementChanged : serving.End(
            ServingSide.ServedCountry, request.Day, request.Words, Actor.ContactPoint(contact.Id), time.GetUtcNow().UtcDateTime)), ct);
}
