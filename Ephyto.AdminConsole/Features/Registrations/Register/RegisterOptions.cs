using System.ComponentModel.DataAnnotations;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>Section <c>Registration:Form</c>: how the public form is kept and protected.</summary>
internal sealed class RegisterOptions
{
    public const string Section = "Registration:Form";

    /// <summary>A form sent sooner after it was opened was not filled in by a person.</summary>
    [Range(0, 600, ErrorMessage = "Set Registration:Form:MinimumSeconds between 0 and 600.")]
    public int MinimumSeconds { get; set; } = 1;

    /// <summary>Submissions an hour from one address of the network.</summary>
    [Range(1, 10_000, ErrorMessage = "Set Registration:Form:PerAddressPerHour between 1 and 10000.")]
    public int PerAddressPerHour { get; set; } = 20;

    /// <summary>Submissions an hour from all addresses together.</summary>
    [Range(1, 100_000, ErrorMessage = "Set Registration:Form:OverallPerHour between 1 and 100000.")]
    public int OverallPerHour { get; set; } = 200;

    /// <summary>
    /// Registrations of one country that wait for verification at the same time; a further one ends the oldest of the busiest sender.
    /// </summary>
    [Range(2, 1_000, ErrorMessage = "Set Registration:Form:WaitingPerCountry between 2 and 1000.")]
    public int WaitingPerCountry { get; set; } = 20;

    /// <summary>
    /// Registrations from one address of the network that wait for the verification of one e-mail address; a further one ends the oldest.
    /// </summary>
    [Range(1, 100, ErrorMessage = "Set Registration:Form:WaitingPerEmail between 1 and 100.")]
    public int WaitingPerEmail { get; set; } = 3;

    /// <summary>Registrations from one address of the network that wait for verification, or ended without one within its time.</summary>
    [Range(1, 10_000, ErrorMessage = "Set Registration:Form:WaitingPerSender between 1 and 10000.")]
    public int WaitingPerSender { get; set; } = 10;

    /// <summary>Days a form that was not submitted is kept after its last change.</summary>
    [Range(1, 365, ErrorMessage = "Set Registration:Form:DraftDays between 1 and 365.")]
    public int DraftDays { get; set; } = 30;

    /// <summary>Forms kept at most; then the one that was left the longest ago goes for a new one.</summary>
    [Range(10, 1_000_000, ErrorMessage = "Set Registration:Form:DraftsAtMost between 10 and 1000000.")]
    public int DraftsAtMost { get; set; } = 5_000;

    /// <summary>What all kept forms together may take.</summary>
    [Range(1, 10_000, ErrorMessage = "Set Registration:Form:DraftsMegabytes between 1 and 10000.")]
    public int DraftsMegabytes { get; set; } = 20;

    /// <summary>Forms kept from one address of the network within a day.</summary>
    [Range(1, 10_000, ErrorMessage = "Set Registration:Form:DraftsPerSender between 1 and 10000.")]
    public int DraftsPerSender { get; set; } = 20;

    /// <summary>What one kept form may take.</summary>
    [Range(4, 1_000, ErrorMessage = "Set Registration:Form:DraftKilobytes between 4 and 1000.")]
    public int DraftKilobytes { get; set; } = 16;
}
