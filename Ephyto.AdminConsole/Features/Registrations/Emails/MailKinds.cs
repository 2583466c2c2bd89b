using Ephyto.AdminConsole.Platform.Email;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Emails;

/// <summary>The mails of a registration, as the outbox names them.</summary>
internal static class MailKinds
{
    public static readonly MailKind VerifyEmail = MailKind.WithLink<RenewRegistrationMail>("registration.verify-email");
    public static readonly MailKind AnotherVerified = MailKind.Plain(Ephyto.Domain.Registrations.AnotherVerified.Name);
    public static readonly MailKind Received = MailKind.WithLink<RenewRegistrationMail>("registration.received");
    public static readonly MailKind ContactPointRequest = MailKind.WithLink<RenewRegistrationMail>("registration.contact-point-request");
    public static readonly MailKind ContactPointReminder = MailKind.WithLink<RenewRegistrationMail>("registration.contact-point-reminder");
    public static readonly MailKind TrackerLink = MailKind.WithLink<RenewRegistrationMail>("registration.tracker-link");
    public static readonly MailKind Question = MailKind.WithLink<RenewRegistrationMail>("registration.question");
    public static readonly MailKind Escalated = MailKind.WithLink<RenewRegistrationMail>(RegistrationEscalated.Name);
    public static readonly MailKind AskedAnew = MailKind.WithLink<RenewRegistrationMail>("registration.asked-anew");
    public static readonly MailKind Declined = MailKind.Plain(RegistrationDeclined.Name);
    public static readonly MailKind Expired = MailKind.Plain(RegistrationExpired.Name);
    public static readonly MailKind Withdrawn = MailKind.Plain(RegistrationWithdrawn.Name);
    public static readonly MailKind WithdrawnNotice = MailKind.Plain("registration.withdrawn-notice");
    public static readonly MailKind ClosedNotice = MailKind.Plain("registration.closed-notice");
    public static readonly MailKind DecisionReceipt = MailKind.Plain("registration.decision-receipt");
    public static readonly MailKind RecoveryStarted = MailKind.Plain("registration.recovery-started");
    public static readonly MailKind RecoveryConfirmed = MailKind.Plain("registration.recovery-confirmed");
    public static readonly MailKind RecoveryEnded = MailKind.Plain("registration.recovery-ended");
    public static readonly MailKind StaffEscalated = MailKind.Plain("registration.staff-escalated");
    public static readonly MailKind StaffSelfConfirmed = MailKind.Plain("registration.staff-self-confirmed");

    public static readonly IReadOnlyList<MailKind> All =
    [
        VerifyEmail, AnotherVerified, Received, ContactPointRequest, ContactPointReminder, TrackerLink, Question, Escalated, AskedAnew,
        Declined, Expired, Withdrawn, WithdrawnNotice, ClosedNotice, DecisionReceipt,
        RecoveryStarted, RecoveryConfirmed, RecoveryEnded, StaffEscalated, StaffSelfConfirmed,
    ];

    /// <summary>Whether it asks for the decision of the contact point.</summary>
    public static bool IsForContactPoint(string kind) => kind == ContactPointRequest || kind == ContactPointReminder;
}
