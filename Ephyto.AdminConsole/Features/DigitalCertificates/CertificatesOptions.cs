using System.ComponentModel.DataAnnotations;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>Section <c>Certificates</c>.</summary>
internal sealed class CertificatesOptions
{
    public const string Section = "Certificates";

    /// <summary>Seconds between two looks at what is due.</summary>
    [Range(1, 3600, ErrorMessage = "Set Certificates:ClockSeconds between 1 and 3600.")]
    public int ClockSeconds { get; set; } = 60;

    /// <summary>Uploaded and never used, of one organization: what may lie there at a time.</summary>
    [Range(1, 1000, ErrorMessage = "Set Certificates:WaitingUploads between 1 and 1000.")]
    public int WaitingUploads { get; set; } = 50;
}
