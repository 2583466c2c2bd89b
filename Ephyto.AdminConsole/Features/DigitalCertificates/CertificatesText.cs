namespace Ephyto.AdminConsole.Features.DigitalCertificates;

/// <summary>The words of the pages about digital certificates.</summary>
internal sealed class CertificatesText;
