using System.ComponentModel.DataAnnotations;

namespace Ephyto.AdminConsole.Features.People.Members;

/// <summary>Section <c>Members</c>: how long links live, and how many requests may wait.</summary>
internal sealed class MembersOptions
{
    public const string Section = "Members";

    /// <summary>Days in which an initial administrator can activate the account.</summary>
    [Range(1, 60, ErrorMessage = "Set Members:ActivationDays between 1 and 60.")]
    public int ActivationDays { get; set; } = 7;

    /// <summary>Days in which an invitation can be accepted.</summary>
    [Range(1, 60, ErrorMessage = "Set Members:InvitationDays between 1 and 60.")]
    public int InvitationDays { get; set; } = 7;

    /// <summary>
    /// Days after the end of its link until an invitation counts as expired; so long the invited person can ask for another link.
    /// </summary>
    [Range(0, 365, ErrorMessage = "Set Members:ExpiryDays between 0 and 365.")]
    public int ExpiryDays { get; set; } = 7;

    /// <summary>Seconds between two looks at what is due.</summary>
    [Range(1, 3600, ErrorMessage = "Set Members:ClockSeconds between 1 and 3600.")]
    public int ClockSeconds { get; set; } = 60;

    /// <summary>Minutes between two messages with the same invitation.</summary>
    [Range(0, 1440, ErrorMessage = "Set Members:ResendPauseMinutes between 0 and 1440.")]
    public int ResendPauseMinutes { get; set; } = 1;

    /// <summary>
    /// Requests to join one organization that wait for an answer at the same time; a further one ends the oldest of the busiest sender.
    /// </summary>
    [Range(1, 1000, ErrorMessage = "Set Members:WaitingRequests between 1 and 1000.")]
    public int WaitingRequests { get; set; } = 50;

    /// <summary>Those of one address of the network; it is refused beyond that.</summary>
    [Range(1, 1000, ErrorMessage = "Set Members:WaitingPerSender between 1 and 1000.")]
    public int WaitingPerSender { get; set; } = 10;
}
