namespace Ephyto.Domain.Registrations;

/// <summary>The periods of a registration; the application's options fill it in.</summary>
/// <param name="VerifyWithin">From submission to the verified e-mail address.</param>
/// <param name="ReminderDays">Days after the message to the contact point on which it is reminded, ascending.</param>
/// <param name="EscalateAfter">From the message to the contact point to the Secretariat.</param>
/// <param name="ExpireAfter">From submission to the end of an open registration.</param>
/// <param name="ResendPause">Between two messages that the applicant has sent again by hand.</param>
/// <param name="SelfConfirmation">See <see cref="SelfConfirmationRule"/>.</param>
public sealed record RegistrationPolicy(
    TimeSpan VerifyWithin, IReadOnlyList<int> ReminderDays, TimeSpan EscalateAfter, TimeSpan ExpireAfter, TimeSpan ResendPause,
    SelfConfirmationRule SelfConfirmation)
{
    public static RegistrationPolicy Default { get; } = new(
        TimeSpan.FromHours(48), [3, 7, 12], TimeSpan.FromDays(14), TimeSpan.FromDays(60), TimeSpan.FromHours(24),
        SelfConfirmationRule.Allow);
}
