namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>The texts of the pages about digital certificates.</summary>
internal sealed class CertificatesText;
