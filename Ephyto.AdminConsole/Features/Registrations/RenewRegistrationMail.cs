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
    public async Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail mail, Actor officer, CancellationToken ct)
    {
        if (await db.FindRegistrationAsync(mail.SubjectId, ct) is not { } registration) return AccessErrors.NotFound;

        var now = time.GetUtcNow().UtcDateTime;
        if (mail.Kind == MailKinds.VerifyEmail)
            return registration.Status == RegistrationStatus.Submitted
                ? registration.ResendBy(officer, now) : RegistrationErrors.NotAwaited;
        if (MailKinds.IsForContactPoint(mail.Kind))
            return registration.ContactPointMayDecide ? registration.ResendBy(officer, now) : RegistrationErrors.NotAwaited;
        return await RenewTrackerAsync(db, registration, mail.Kind, ct);
    }

    private async Task<Result> RenewTrackerAsync(ConsoleDbContext db, Registration r, string kind, CancellationToken ct)
    {
        if (!r.IsOpen || r.VerifiedAt is null) return RegistrationErrors.NotAwaited;

        // What a message said is said again while it is so; afterwards its reader gets the way to the tracker.
        (MailKind again, Func<EmailContent> build) = r switch
        {
            { Status: RegistrationStatus.AwaitingContactPoint } when kind == MailKinds.Received =>
                (MailKinds.Received, () => mails.Received(r)),
            { Status: RegistrationStatus.InformationRequested } when kind == MailKinds.Question =>
                (MailKinds.Question, () => mails.Question(r, r.WordsOf(QuestionAsked.Name) ?? "")),
            { Status: RegistrationStatus.Escalated, EscalationReason: { } why } when kind == MailKinds.Escalated =>
                (MailKinds.Escalated, () => mails.Escalated(r, why)),
            { Status: RegistrationStatus.AwaitingContactPoint } when kind == MailKinds.AskedAnew =>
                (MailKinds.AskedAnew, () => mails.AskedAnew(r)),
            _ => (MailKinds.TrackerLink, (Func<EmailContent>)(() => mails.TrackerLink(r))),
        };
        await post.CancelAsync(db, r, again, ct);
        var link = links.Add(db, LinkPurpose.ApplicantTracker, r.Id, r.Id, policy.ExpireAfter);
        await post.ToApplicantAsync(db, r, again, link, build, ct);
        return Result.Success();
    }
}
