using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Partners;

/// <summary>Makes certificates that are plainly samples, for partners that send one.</summary>
internal interface ISampleCertificates
{
    /// <param name="address">From whom to whom, and of which kind; its number stands in the certificate.</param>
    /// <param name="now">UTC; when it is issued.</param>
    /// <returns>The XML, with its declaration.</returns>
    string Make(EnvelopeAddress address, DateTime now);
}
