using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Emails;

/// <summary>The e-mails of a registration, as the outbox names them.</summary>
internal static class EmailKinds
{
    public static readonly EmailKind VerifyEmail = EmailKind.WithLink<RenewRegistrationEmail>("registration.verify-email");
    public static readonly EmailKind AnotherVerified = EmailKind.Plain(Ephyto.Domain.Registrations.AnotherVerified.Name);
    public static readonly EmailKind Received = EmailKind.WithLink<RenewRegistrationEmail>("registration.received");
    public static readonly EmailKind ContactPointRequest = EmailKind.WithLink<RenewRegistrationEmail>("registration.contact-point-request");
    public static readonly EmailKind ContactPointReminder = EmailKind.WithLink<RenewRegistrationEmail>(
        "registration.contact-point-reminder");
    public static readonly EmailKind TrackerLink = EmailKind.WithLink<RenewRegistrationEmail>("registration.tracker-link");
    public static readonly EmailKind Question = EmailKind.WithLink<RenewRegistrationEmail>("registration.question");
    public static readonly EmailKind Escalated = EmailKind.WithLink<RenewRegistrationEmail>(RegistrationEscalated.Name);
    public static readonly EmailKind AskedAnew = EmailKind.WithLink<RenewRegistrationEmail>("registration.asked-anew");
    public static readonly EmailKind Declined = EmailKind.Plain(RegistrationDeclined.Name);
    public static readonly EmailKind Expired = EmailKind.Plain(RegistrationExpired.Name);
    public static readonly EmailKind Withdrawn = EmailKind.Plain(RegistrationWithdrawn.Name);
    public static readonly EmailKind WithdrawnNotice = EmailKind.Plain("registration.withdrawn-notice");
    public static readonly EmailKind ClosedNotice = EmailKind.Plain("registration.closed-notice");
    public static readonly EmailKind DecisionReceipt = EmailKind.Plain("registration.decision-receipt");
    public static readonly EmailKind RecoveryStarted = EmailKind.Plain("registration.recovery-started");
    public static readonly EmailKind RecoveryConfirmed = EmailKind.Plain("registration.recovery-confirmed");
    public static readonly EmailKind RecoveryEnded = EmailKind.Plain("registration.recovery-ended");
    public static readonly EmailKind StaffEscalated = EmailKind.Plain("registration.staff-escalated");
    public static readonly EmailKind StaffSelfConfirmed = EmailKind.Plain("registration.staff-self-confirmed");

    public static readonly IReadOnlyList<EmailKind> All =
    [
        VerifyEmail, AnotherVerified, Received, ContactPointRequest, ContactPointReminder, TrackerLink, Question, Escalated, AskedAnew,
        Declined, Expired, Withdrawn, WithdrawnNotice, ClosedNotice, DecisionReceipt,
        RecoveryStarted, RecoveryConfirmed, RecoveryEnded, StaffEscalated, StaffSelfConfirmed,
    ];

    /// <summary>Whether it asks for the decision of the contact point.</summary>
    public static bool IsForContactPoint(string kind) => kind == ContactPointRequest || kind == ContactPointReminder;
}
