using System.ComponentModel.DataAnnotations;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations;

/// <summary>Section <c>Registration</c>: the periods of a registration.</summary>
internal sealed class RegistrationOptions : IValidatableObject
{
    public const string Section = "Registration";

    /// <summary>Hours from submission to the verified e-mail address.</summary>
    [Range(1, 24 * 30, ErrorMessage = "Set Registration:VerifyWithinHours between 1 and 720.")]
    public int VerifyWithinHours { get; set; } = 48;

    /// <summary>Days after the message to the contact point on which it is reminded. Empty: 3, 7 and 12.</summary>
    public int[] ReminderDays { get; set; } = [];

    [Range(1, 365, ErrorMessage = "Set Registration:EscalateAfterDays between 1 and 365.")]
    public int EscalateAfterDays { get; set; } = 14;

    [Range(2, 730, ErrorMessage = "Set Registration:ExpireAfterDays between 2 and 730.")]
    public int ExpireAfterDays { get; set; } = 60;

    /// <summary>Hours between two messages to the contact point that the applicant has sent again by hand.</summary>
    [Range(0, 24 * 30, ErrorMessage = "Set Registration:ResendPauseHours between 0 and 720.")]
    public int ResendPauseHours { get; set; } = 24;

    public SelfConfirmationRule SelfConfirmation { get; set; } = SelfConfirmationRule.Allow;

    /// <summary>Seconds between two looks at the clock.</summary>
    [Range(1, 3600, ErrorMessage = "Set Registration:ClockSeconds between 1 and 3600.")]
    public int ClockSeconds { get; set; } = 60;

    private int[] EffectiveReminderDays => ReminderDays.Length > 0 ? ReminderDays : [3, 7, 12];

    public RegistrationPolicy ToPolicy() => new(
        TimeSpan.FromHours(VerifyWithinHours), EffectiveReminderDays, TimeSpan.FromDays(EscalateAfterDays),
        TimeSpan.FromDays(ExpireAfterDays),
        TimeSpan.FromHours(ResendPauseHours), SelfConfirmation);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var days = EffectiveReminderDays;
        if (days.Any(day => day <= 0) || days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second))
            yield return new("Set Registration:ReminderDays to whole days in ascending order.");
        if (days[^1] >= EscalateAfterDays)
            yield return new("Set Registration:EscalateAfterDays later than the last of Registration:ReminderDays.");
        if (ExpireAfterDays <= EscalateAfterDays)
            yield return new("Set Registration:ExpireAfterDays later than Registration:EscalateAfterDays.");
    }
}
