using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;

internal sealed record ConfirmRegistrationRequest(Guid LinkId, string? Words);

/// <summary>The contact point confirms: the organization is a member.</summary>
internal sealed class ConfirmRegistration(ContactPointDecision decision, RegistrationPolicy policy, TimeProvider time)
{
    public Task<Result<RegistrationStatus>> HandleAsync(ConfirmRegistrationRequest request, CancellationToken ct) => decision.DecideAsync(
        request.LinkId, (registration, contact) => registration.Confirm(contact, request.Words, policy, time.GetUtcNow().UtcDateTime), ct);
}
