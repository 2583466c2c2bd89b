using System.Globalization;
using System.Xml.Linq;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Partners;

/// <summary>The smallest certificate that says who it is from.</summary>
internal sealed class SampleCertificates(ServiceSentences text) : ISampleCertificates
{
    private static readonly XNamespace Dates = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:21";

    public string Make(EnvelopeAddress address, DateTime now)
    {
        var certificate = new XElement(
            HubNames.Certificate + "SPSCertificate",
            new XAttribute(XNamespace.Xmlns + "rsm", HubNames.Certificate),
            new XAttribute(XNamespace.Xmlns + "ram", HubNames.Parts),
            new XAttribute(XNamespace.Xmlns + "udt", Dates),
            new XElement(
                HubNames.Certificate + "SPSExchangedDocument",
                new XElement(HubNames.Parts + "Name", text.Of("SampleName")),
                new XElement(HubNames.Parts + "ID", address.CertificateNumber),
                new XElement(HubNames.Parts + "TypeCode", address.CertificateType),
                new XElement(HubNames.Parts + "StatusCode", address.CertificateStatus),
                new XElement(
                    HubNames.Parts + "IssueDateTime",
                    new XElement(Dates + "DateTimeString", now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)))),
            new XElement(
                HubNames.Certificate + "SPSConsignment",
                new XElement(HubNames.Parts + "ExportSPSCountry", new XElement(HubNames.Parts + "ID", address.From)),
                new XElement(HubNames.Parts + "ImportSPSCountry", new XElement(HubNames.Parts + "ID", address.To))));
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{certificate}\n";
    }
}
