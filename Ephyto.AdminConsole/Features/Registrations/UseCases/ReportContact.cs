using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

internal sealed record ReportContactRequest(Guid LinkId, string? Words);

/// <summary>The applicant reports that the contact in the directory is out of date.</summary>
internal sealed class ReportContact(ApplicantAct applicant, RegistrationPolicy policy)
{
    public Task<Result<RegistrationStatus>> HandleAsync(ReportContactRequest request, CancellationToken ct) => applicant.ActAsync(
        request.LinkId, (_, registration, now) => Task.FromResult(registration.ReportContactOutOfDate(request.Words, policy, now)), ct);
}
