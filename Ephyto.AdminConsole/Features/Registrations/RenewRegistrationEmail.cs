using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Reactions;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations;

/// <summary>
/// An officer has a message of a registration sent again. A link by which somebody decides takes the place of the one
/// before; the applicant's links only open the tracker, and several of them live beside each other.
/// </summary>
internal sealed class RenewRegistrationEmail(
    RegistrationMailer mailer, ApplicantEmails emails, LinkIssuer links, RegistrationPolicy policy, TimeProvider time) : IEmailRenewal
{
    public async Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail email, Actor officer, CancellationToken ct)
    {
        if (await db.FindRegistrationAsync(email.SubjectId, ct) is not { } registration) return AccessErrors.NotFound;

        var now = time.GetUtcNow().UtcDateTime;
        if (email.Kind == EmailKinds.VerifyEmail)
            return registration.Status == RegistrationStatus.Submitted
                ? registration.ResendBy(officer, now) : RegistrationErrors.NotAwaited;
        if (EmailKinds.IsForContactPoint(email.Kind))
            return registration.ContactPointMayDecide ? registration.ResendBy(officer, now) : RegistrationErrors.NotAwaited;
        return await RenewTrackerAsync(db, registration, email.Kind, ct);
    }

    private async Task<Result> RenewTrackerAsync(ConsoleDbContext db, Registration r, string kind, CancellationToken ct)
    {
        if (!r.IsOpen || r.VerifiedAt is null) return RegistrationErrors.NotAwaited;

        // What a message said is said again while it is so; afterwards its reader gets the way to the tracker.
        (EmailKind again, Func<EmailContent> build) = r switch
        {
            { Status: RegistrationStatus.AwaitingContactPoint } when kind == EmailKinds.Received =>
                (EmailKinds.Received, () => emails.Received(r)),
            { Status: RegistrationStatus.InformationRequested } when kind == EmailKinds.Question =>
                (EmailKinds.Question, () => emails.Question(r, r.WordsOf(QuestionAsked.Name) ?? "")),
            { Status: RegistrationStatus.Escalated, EscalationReason: { } why } when kind == EmailKinds.Escalated =>
                (EmailKinds.Escalated, () => emails.Escalated(r, why)),
            { Status: RegistrationStatus.AwaitingContactPoint } when kind == EmailKinds.AskedAnew =>
                (EmailKinds.AskedAnew, () => emails.AskedAnew(r)),
            _ => (EmailKinds.TrackerLink, (Func<EmailContent>)(() => emails.TrackerLink(r))),
        };
        await mailer.CancelAsync(db, r, again, ct);
        var link = links.Add(db, LinkPurpose.ApplicantTracker, r.Id, r.Id, policy.ExpireAfter);
        await mailer.ToApplicantAsync(db, r, again, link, build, ct);
        return Result.Success();
    }
}
