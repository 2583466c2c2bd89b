using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

internal sealed record WithdrawRegistrationRequest(Guid LinkId, string? Words);

/// <summary>The applicant takes the registration back.</summary>
internal sealed class WithdrawRegistration(ApplicantAct applicant)
{
    public Task<Result<RegistrationStatus>> HandleAsync(WithdrawRegistrationRequest request, CancellationToken ct) => applicant.ActAsync(
        request.LinkId, (_, registration, now) => Task.FromResult(registration.Withdraw(request.Words, now)), ct);
}
