using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;

internal sealed record StepAsideRequest(Guid LinkId, string? Words);

/// <summary>Whoever was written to is no longer the contact point.</summary>
internal sealed class StepAside(ContactPointDecision decision, RegistrationPolicy policy, TimeProvider time)
{
    public Task<Result<RegistrationStatus>> HandleAsync(StepAsideRequest request, CancellationToken ct) => decision.DecideAsync(
        request.LinkId,
        (registration, contact) => registration.StepAside(contact, request.Words, policy, time.GetUtcNow().UtcDateTime), ct);
}
