using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;

internal sealed record DeclineRegistrationRequest(Guid LinkId, DeclineReason Reason, string? Words);

/// <summary>The contact point refuses, with a coded reason.</summary>
internal sealed class DeclineRegistration(ContactPointDecision decision, TimeProvider time)
{
    public Task<Result<RegistrationStatus>> HandleAsync(DeclineRegistrationRequest request, CancellationToken ct) => decision.DecideAsync(
        request.LinkId,
        (registration, contact) => registration.Decline(contact, request.Reason, request.Words, time.GetUtcNow().UtcDateTime), ct);
}
