using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>Tells the applicant what happened to the registration. The confirmation itself comes with the new membership.</summary>
internal sealed class WriteToApplicant(RegistrationMailer mailer, ApplicantEmails emails, LinkIssuer links, RegistrationPolicy policy)
    : IDomainEventHandler<RegistrationEvent>
{
    public async Task HandleAsync(RegistrationEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (await db.FindRegistrationAsync(happened, ct) is not { } r) return;
        // Decided or ended: a question that has not gone out yet asks for nothing any more.
        if (happened is RegistrationConfirmed or RegistrationDeclined or RegistrationWithdrawn or RegistrationExpired
            or RegistrationEscalated)
            await mailer.CancelAsync(db, r, EmailKinds.Question, ct);

        await (happened switch
        {
            RegistrationSubmitted or VerificationResent => VerifyAsync(db, r, until => emails.Verify(r, until), ct),
            TurnCame => VerifyAsync(db, r, until => emails.TurnCame(r, until), ct),
            AnotherVerified => InsteadOfVerificationAsync(db, r, EmailKinds.AnotherVerified, () => emails.AnotherVerified(r), ct),
            // Nobody has proved yet to be the reader: what was never verified ends with a word on the tracker.
            RegistrationReplaced or RegistrationMadeRoom => mailer.CancelAsync(db, r, EmailKinds.VerifyEmail, ct),
            RegistrationDeclined { Why: DeclineReason.AlreadyRegistered or DeclineReason.StillAdministered } when r.VerifiedAt is null =>
                InsteadOfVerificationAsync(db, r, EmailKinds.Declined, () => emails.ConfirmedFirst(r), ct),
            EmailVerified => WithTrackerAsync(db, r, EmailKinds.Received, () => emails.Received(r), ct),
            QuestionAsked => WithTrackerAsync(db, r, EmailKinds.Question, () => emails.Question(r, r.WordsOf(happened.Code) ?? ""), ct),
            ContactPointAsked { Why: AskingReason.Refreshed or AskingReason.SentBack } =>
                WithTrackerAsync(db, r, EmailKinds.AskedAnew, () => emails.AskedAnew(r), ct),
            // Straight after the verification the applicant has the message "received", which says the same.
            RegistrationEscalated escalated when r.VerifiedAt != escalated.OccurredAt =>
                WithTrackerAsync(db, r, EmailKinds.Escalated, () => emails.Escalated(r, escalated.Why), ct),
            RegistrationDeclined declined =>
                PlainAsync(db, r, EmailKinds.Declined, () => emails.Declined(r, declined.Why, r.WordsOf(happened.Code)), ct),
            RegistrationExpired => PlainAsync(db, r, EmailKinds.Expired, () => emails.Expired(r), ct),
            RegistrationWithdrawn => PlainAsync(db, r, EmailKinds.Withdrawn, () => emails.Withdrawn(r), ct),
            _ => Task.CompletedTask,
        });
    }

    private async Task VerifyAsync(ConsoleDbContext db, Registration r, Func<DateTime, EmailContent> build, CancellationToken ct)
    {
        var until = r.ExpiresAt(policy)!.Value;
        await mailer.CancelAsync(db, r, EmailKinds.VerifyEmail, ct);
        var link = await links.ReplaceAsync(db, LinkPurpose.VerifyEmail, r.Id, r.Id, policy.VerifyWithin, ct);
        await mailer.ToApplicantAsync(db, r, EmailKinds.VerifyEmail, link, () => build(until), ct);
    }

    private Task WithTrackerAsync(ConsoleDbContext db, Registration r, EmailKind kind, Func<EmailContent> build, CancellationToken ct) =>
        mailer.ToApplicantAsync(db, r, kind, links.Add(db, LinkPurpose.ApplicantTracker, r.Id, r.Id, policy.ExpireAfter), build, ct);

    private async Task InsteadOfVerificationAsync(ConsoleDbContext db, Registration r, EmailKind kind, Func<EmailContent> build,
        CancellationToken ct)
    {
        await mailer.CancelAsync(db, r, EmailKinds.VerifyEmail, ct);
        await PlainAsync(db, r, kind, build, ct);
    }

    private Task PlainAsync(ConsoleDbContext db, Registration r, EmailKind kind, Func<EmailContent> build, CancellationToken ct) =>
        mailer.ToApplicantAsync(db, r, kind, null, build, ct);
}
