using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>Tells the applicant what happened to the registration. The confirmation itself comes with the new membership.</summary>
internal sealed class WriteToApplicant(RegistrationPost post, ApplicantMails mails, LinkIssuer links, RegistrationPolicy policy)
    : IDomainEventHandler<RegistrationEvent>
{
    public async Task HandleAsync(RegistrationEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (await db.FindRegistrationAsync(happened, ct) is not { } r) return;
        // Decided or ended: a question that has not gone out yet asks for nothing any more.
        if (happened is RegistrationConfirmed or RegistrationDeclined or RegistrationWithdrawn or RegistrationExpired
            or RegistrationEscalated)
            await post.CancelAsync(db, r, MailKinds.Question, ct);

        await (happened switch
        {
            RegistrationSubmitted or VerificationResent => VerifyAsync(db, r, until => mails.Verify(r, until), ct),
            TurnCame => VerifyAsync(db, r, until => mails.TurnCame(r, until), ct),
            AnotherVerified => InsteadOfVerificationAsync(db, r, MailKinds.AnotherVerified, () => mails.AnotherVerified(r), ct),
            // Nobody has proved yet to be the reader: what was never verified ends with a word on the tracker.
            RegistrationReplaced or RegistrationMadeRoom => post.CancelAsync(db, r, MailKinds.VerifyEmail, ct),
            RegistrationDeclined { Why: DeclineReason.AlreadyRegistered or DeclineReason.StillAdministered } when r.VerifiedAt is null =>
                InsteadOfVerificationAsync(db, r, MailKinds.Declined, () => mails.ConfirmedFirst(r), ct),
            EmailVerified => WithTrackerAsync(db, r, MailKinds.Received, () => mails.Received(r), ct),
            QuestionAsked => WithTrackerAsync(db, r, MailKinds.Question, () => mails.Question(r, r.WordsOf(happened.Code) ?? ""), ct),
            ContactPointAsked { Why: AskingReason.Refreshed or AskingReason.SentBack } =>
                WithTrackerAsync(db, r, MailKinds.AskedAnew, () => mails.AskedAnew(r), ct),
            // Straight after the verification the applicant has the message "received", which says the same.
            RegistrationEscalated escalated when r.VerifiedAt != escalated.OccurredAt =>
                WithTrackerAsync(db, r, MailKinds.Escalated, () => mails.Escalated(r, escalated.Why), ct),
            RegistrationDeclined declined =>
                PlainAsync(db, r, MailKinds.Declined, () => mails.Declined(r, declined.Why, r.WordsOf(happened.Code)), ct),
            RegistrationExpired => PlainAsync(db, r, MailKinds.Expired, () => mails.Expired(r), ct),
            RegistrationWithdrawn => PlainAsync(db, r, MailKinds.Withdrawn, () => mails.Withdrawn(r), ct),
            _ => Task.CompletedTask,
        });
    }

    private async Task VerifyAsync(ConsoleDbContext db, Registration r, Func<DateTime, EmailContent> build, CancellationToken ct)
    {
        var until = r.ExpiresAt(policy)!.Value;
        await post.CancelAsync(db, r, MailKinds.VerifyEmail, ct);
        var link = await links.ReplaceAsync(db, LinkPurpose.VerifyEmail, r.Id, r.Id, policy.VerifyWithin, ct);
        await post.ToApplicantAsync(db, r, MailKinds.VerifyEmail, link, () => build(until), ct);
    }

    private Task WithTrackerAsync(ConsoleDbContext db, Registration r, MailKind kind, Func<EmailContent> build, CancellationToken ct) =>
        post.ToApplicantAsync(db, r, kind, links.Add(db, LinkPurpose.ApplicantTracker, r.Id, r.Id, policy.ExpireAfter), build, ct);

    private async Task InsteadOfVerificationAsync(ConsoleDbContext db, Registration r, MailKind kind, Func<EmailContent> build,
        CancellationToken ct)
    {
        await post.CancelAsync(db, r, MailKinds.VerifyEmail, ct);
        await PlainAsync(db, r, kind, build, ct);
    }

    private Task PlainAsync(ConsoleDbContext db, Registration r, MailKind kind, Func<EmailContent> build, CancellationToken ct) =>
        post.ToApplicantAsync(db, r, kind, null, build, ct);
}
