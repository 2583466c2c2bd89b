using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;

internal sealed record WithdrawRegistrationRequest(Guid LinkId, string? Words);

/// <summary>
/// The applicant takes the registration back. That always works; a contact point that was told so often is not told once more.
/// </summary>
internal sealed class WithdrawRegistration(ApplicantAct applicant, ContactPointEmailLimits limits)
{
    public Task<Result<RegistrationStatus>> HandleAsync(WithdrawRegistrationRequest request, CancellationToken ct) => applicant.ActAsync(
        request.LinkId,
        async (_, registration, now) => registration.Withdraw(request.Words, now, await limits.AllowWithdrawnAsync(registration, ct)), ct);
}
