using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

internal sealed record ResendMessageRequest(Guid LinkId);

/// <summary>The applicant has the awaited message sent once more.</summary>
internal sealed class ResendMessage(ApplicantAct applicant, RegistrationPolicy policy)
{
    public Task<Result<RegistrationStatus>> HandleAsync(ResendMessageRequest request, CancellationToken ct) => applicant.ActAsync(
        request.LinkId, (_, registration, now) => Task.FromResult(registration.Resend(policy, now)), ct);
}
