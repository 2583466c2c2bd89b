using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;

/// <summary>What was found in a file.</summary>
/// <param name="Facts">Of the certificate itself.</param>
/// <param name="Pem">It and its chain, it first.</param>
internal sealed record InspectedCertificate(CertificateFacts Facts, byte[] Pem);
