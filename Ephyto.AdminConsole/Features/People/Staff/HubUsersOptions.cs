using System.ComponentModel.DataAnnotations;

namespace Ephyto.AdminConsole.Features.People.Staff;

/// <summary>Section <c>HubUsers</c>: how long links live, and when the end of a role is announced.</summary>
internal sealed class HubUsersOptions
{
    public const string Section = "HubUsers";

    /// <summary>Days in which an invitation can be accepted.</summary>
    [Range(1, 60, ErrorMessage = "Set HubUsers:InvitationDays between 1 and 60.")]
    public int InvitationDays { get; set; } = 7;

    /// <summary>Minutes between two messages with the same invitation.</summary>
    [Range(0, 1440, ErrorMessage = "Set HubUsers:ResendPauseMinutes between 0 and 1440.")]
    public int ResendPauseMinutes { get; set; } = 1;

    /// <summary>Days before the end of a role at which the person is reminded.</summary>
    [Range(1, 90, ErrorMessage = "Set HubUsers:ReminderDays between 1 and 90.")]
    public int ReminderDays { get; set; } = 7;

    /// <summary>Seconds between two looks at the clock.</summary>
    [Range(1, 3600, ErrorMessage = "Set HubUsers:ClockSeconds between 1 and 3600.")]
    public int ClockSeconds { get; set; } = 60;
}
