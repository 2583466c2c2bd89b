using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;

/// <param name="ContactId">Whom the page showed as asked; another one is not reported in their place.</param>
internal sealed record ReportContactRequest(Guid LinkId, string? Words, Guid? ContactId = null);

/// <summary>The applicant reports that the contact in the directory is out of date.</summary>
internal sealed class ReportContact(ApplicantAct applicant, RegistrationPolicy policy)
{
    public Task<Result<RegistrationStatus>> HandleAsync(ReportContactRequest request, CancellationToken ct) => applicant.ActAsync(
        request.LinkId,
        (_, registration, now) => Task.FromResult(request.ContactId is { } shown && shown != registration.Asked?.ContactPointId
            ? AccessErrors.ChangedMeanwhile
            : registration.ReportContactOutOfDate(request.Words, policy, now)), ct);
}
