using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>Puts the registration before the contact point, and takes the link away when it is no longer theirs to decide.</summary>
internal sealed class WriteToContactPoint(RegistrationMailer mailer, ContactPointEmails emails, LinkIssuer links, RegistrationPolicy policy)
    : IDomainEventHandler<RegistrationEvent>
{
    public async Task HandleAsync(RegistrationEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (await db.FindRegistrationAsync(happened, ct) is not { } r || r.Asked is null) return;
        if (!r.ContactPointMayDecide)
        {
            await links.RevokeAsync(db, LinkPurpose.ContactPointDecision, r.Id, ct);
            await CancelRequestsAsync(db, r, ct);
        }

        await (happened switch
        {
            ContactPointAsked asked => AskAsync(db, r, asked, ct),
            ContactPointReminded reminded => RemindAsync(db, r, reminded.Number, ct),
            RegistrationWithdrawn { TellContactPoint: true } =>
                PlainAsync(db, r, EmailKinds.WithdrawnNotice, () => emails.WithdrawnNotice(r), ct),
            RegistrationDeclined { Why: DeclineReason.OrganizationClosed } when r.AskedAt is not null =>
                PlainAsync(db, r, EmailKinds.ClosedNotice, () => emails.ClosedNotice(r), ct),
            RegistrationConfirmed or RegistrationDeclined or RegistrationEscalated when happened.Actor.Kind == ActorKind.ContactPoint =>
                PlainAsync(db, r, EmailKinds.DecisionReceipt, () => emails.Receipt(r), ct),
            _ => Task.CompletedTask,
        });
    }

    private async Task AskAsync(ConsoleDbContext db, Registration r, ContactPointAsked asked, CancellationToken ct)
    {
        var (until, end) = (r.EscalatesAt(policy), r.ExpiresAt(policy)!.Value);
        var answered = asked.Why == AskingReason.Answered ? r.QuestionsAndAnswers()[0] : default;
        await CancelRequestsAsync(db, r, ct);
        var link = await IssueAsync(db, r, ct);
        await mailer.ToContactPointAsync(db, r, EmailKinds.ContactPointRequest, link, () =>
            answered is (var question, { Words: { } answer })
            ? emails.Answered(r, question.Words!, answer, question.ActorId == asked.ContactPointId, until, end)
            : emails.Request(r, until, end), ct);
    }

    private async Task RemindAsync(ConsoleDbContext db, Registration r, int number, CancellationToken ct)
    {
        var (until, end) = (r.EscalatesAt(policy), r.ExpiresAt(policy)!.Value);
        await CancelRequestsAsync(db, r, ct);
        var link = await IssueAsync(db, r, ct);
        await mailer.ToContactPointAsync(db, r, EmailKinds.ContactPointReminder, link, () => emails.Reminder(r, number, until, end), ct);
    }

    // The link lives as long as the registration may: after a silence a late answer is welcome.
    private Task<IssuedLink> IssueAsync(ConsoleDbContext db, Registration r, CancellationToken ct) =>
        links.ReplaceAsync(db, LinkPurpose.ContactPointDecision, r.Id, r.Asked!.ContactPointId, policy.ExpireAfter, ct);

    // A request still in the queue carries a link that has just ceased to work.
    private async Task CancelRequestsAsync(ConsoleDbContext db, Registration r, CancellationToken ct)
    {
        await mailer.CancelAsync(db, r, EmailKinds.ContactPointRequest, ct);
        await mailer.CancelAsync(db, r, EmailKinds.ContactPointReminder, ct);
    }

    private Task PlainAsync(ConsoleDbContext db, Registration r, EmailKind kind, Func<EmailContent> build, CancellationToken ct) =>
        mailer.ToContactPointAsync(db, r, kind, null, build, ct);
}
