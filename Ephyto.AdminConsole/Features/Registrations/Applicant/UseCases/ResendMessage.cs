using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;

/// <param name="ContactId">Whom the page showed as asked, null while it waited for the verification: no other message goes out in its
/// place.</param>
internal sealed record ResendMessageRequest(Guid LinkId, Guid? ContactId);

/// <summary>The applicant has the awaited message sent once more.</summary>
internal sealed class ResendMessage(ApplicantAct applicant, RegistrationPolicy policy, EmailLimits limits, ContactPointEmailLimits cause)
{
    public Task<Result<RegistrationStatus>> HandleAsync(ResendMessageRequest request, CancellationToken ct) => applicant.ActAsync(
        request.LinkId,
        async (_, registration, now) => request.ContactId != registration.Asked?.ContactPointId ? AccessErrors.ChangedMeanwhile
            : await limits.AllowAsync(EmailCause.RegistrationResend, registration.Id.ToString(), null, ct)
            && (!registration.ContactPointMayAsk || !registration.ResendAllowed(policy, now)
                || await cause.AllowAgainAsync(registration, ct))
            ? registration.Resend(policy, now) : EmailErrors.TooMany,
        ct);
}
