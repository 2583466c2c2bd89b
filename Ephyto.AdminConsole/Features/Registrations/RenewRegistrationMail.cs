using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Reactions;
using Ephyto.AdminConsole.Platform.Email;
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
internal sealed class RenewRegistrationMail(
    RegistrationPost post, ApplicantMails mails, LinkIssuer links, RegistrationPolicy policy, TimeProvider time) : IEmailRenewal
{
    public IReadOnlyCollection<string> Kinds { get; } =
    [
        MailKinds.VerifyEmail, MailKinds.ContactPointRequest, MailKinds.ContactPointReminder,
        MailKinds.Received, MailKinds.TrackerLink, MailKinds.Question, MailKinds.Escalated, MailKinds.AskedAnew,
    ];

    public async Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail mail, Actor officer, CancellationToken ct)
    {
        if (await db.FindRegistrationAsync(mail.SubjectId, ct) is not { } registration) return AccessErrors.NotFound;

        var now = time.GetUtcNow().UtcDateTime;
        return mail.Kind switch
        {
            MailKinds.VerifyEmail => registration.Status == RegistrationStatus.Submitted ? registration.ResendBy(officer, now) : RegistrationErrors.NotAwaited,
            MailKinds.ContactPointRequest or MailKinds.ContactPointReminder =>
                registration.ContactPointMayDecide ? registration.ResendBy(officer, now) : RegistrationErrors.NotAwaited,
            _ => await RenewTrackerAsync(db, registration, mail.Kind, ct),
        };
    }

    private async Task<Result> RenewTrackerAsync(ConsoleDbContext db, Registration r, string kind, CancellationToken ct)
    {
        if (!r.IsOpen || r.VerifiedAt is null) return RegistrationErrors.NotAwaited;

        // What a message said is said again while it is so; afterwards its reader gets the way to the tracker.
        var (again, build) = (kind, r) switch
        {
            (MailKinds.Received, { Status: RegistrationStatus.AwaitingContactPoint }) => (kind, () => mails.Received(r)),
            (MailKinds.Question, { Status: RegistrationStatus.InformationRequested }) => (kind, () => mails.Question(r, r.WordsOf(QuestionAsked.Name) ?? "")),
            (MailKinds.Escalated, { Status: RegistrationStatus.Escalated, EscalationReason: { } why }) => (kind, () => mails.Escalated(r, why)),
            (MailKinds.AskedAnew, { Status: RegistrationStatus.AwaitingContactPoint }) => (kind, () => mails.AskedAnew(r)),
            _ => (MailKinds.TrackerLink, (Func<EmailContent>)(() => mails.TrackerLink(r))),
        };
        await post.CancelAsync(db, r, again, ct);
        var link = links.Add(db, LinkPurpose.ApplicantTracker, r.Id, r.Id, policy.ExpireAfter);
        await post.ToApplicantAsync(db, r, again, link, build, ct);
        return Result.Success();
    }
}
