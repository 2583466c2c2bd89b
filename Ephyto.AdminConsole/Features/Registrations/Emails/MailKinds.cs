namespace Ephyto.AdminConsole.Features.Registrations.Emails;

/// <summary>The mails of a registration, as the outbox names them.</summary>
internal static class MailKinds
{
    public const string VerifyEmail = "registration.verify-email";
    public const string AnotherVerified = "registration.another-verified";
    public const string Received = "registration.received";
    public const string ContactPointRequest = "registration.contact-point-request";
    public const string ContactPointReminder = "registration.contact-point-reminder";
    public const string TrackerLink = "registration.tracker-link";
    public const string Question = "registration.question";
    public const string Escalated = "registration.escalated";
    public const string AskedAnew = "registration.asked-anew";
    public const string Declined = "registration.declined";
    public const string Expired = "registration.expired";
    public const string Withdrawn = "registration.withdrawn";
    public const string WithdrawnNotice = "registration.withdrawn-notice";
    public const string ClosedNotice = "registration.closed-notice";
    public const string DecisionReceipt = "registration.decision-receipt";
    public const string RecoveryStarted = "registration.recovery-started";
    public const string RecoveryConfirmed = "registration.recovery-confirmed";
    public const string RecoveryEnded = "registration.recovery-ended";
    public const string StaffEscalated = "registration.staff-escalated";
    public const string StaffSelfConfirmed = "registration.staff-self-confirmed";
}
