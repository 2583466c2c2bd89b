using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;

internal sealed record AskApplicantRequest(Guid LinkId, string? Words);

/// <summary>The contact point asks the applicant something before it decides.</summary>
internal sealed class AskApplicant(ContactPointDecision decision, RegistrationPolicy policy, TimeProvider time)
{
    public Task<Result<RegistrationStatus>> HandleAsync(AskApplicantRequest request, CancellationToken ct) => decision.DecideAsync(
        request.LinkId,
        (registration, contact) => registration.AskQuestion(contact, request.Words, policy, time.GetUtcNow().UtcDateTime), ct);
}
