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

    /// <summary>Submissions an hour from all addresses together, on each node.</summary>
    [Range(1, 100_000, ErrorMessage = "Set Registration:Form:OverallPerHour between 1 and 100000.")]
    public int OverallPerHour { get; set; } = 200;

    /// <summary>Days a form that was not submitted is kept after its last change.</summary>
    [Range(1, 365, ErrorMessage = "Set Registration:Form:DraftDays between 1 and 365.")]
    public int DraftDays { get; set; } = 30;
}
