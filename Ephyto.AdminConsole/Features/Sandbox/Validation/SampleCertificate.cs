using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>
/// Makes certificates that say of themselves in every place that they are samples. They are like the templates beside this file, under
/// other codes, and pass the rules without a finding.
/// </summary>
internal static class SampleCertificate
{
    private const string InIso = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly XNamespace Rsm = PhytoModel.Certificate;
    private static readonly XNamespace Ram = PhytoModel.Parts;
    private static readonly XNamespace Udt = PhytoModel.Types;

    /// <param name="address">From whom to whom, and of which kind; its number stands in the certificate.</param>
    /// <param name="now">UTC; when it is issued.</param>
    /// <returns>The XML, with its declaration.</returns>
    public static string Make(EnvelopeAddress address, DateTime now)
    {
        var exporter = PhytoCountries.LettersOf(address.From);
        var isReExport = address.CertificateType == (int)PhytoType.ReExport;
        var root = XElement.Load(Open(isReExport), LoadOptions.PreserveWhitespace);
        var document = root.Element(Rsm + "SPSExchangedDocument")!;
        document.SetElementValue(Ram + "ID", address.CertificateNumber);
        document.SetElementValue(Ram + "StatusCode", address.CertificateStatus);
        document.Element(Ram + "IssueDateTime")!.SetElementValue(Udt + "DateTimeString", Iso(now));
        foreach (var attached in document.Elements(Ram + "ReferenceSPSReferencedDocument"))
            attached.SetElementValue(Ram + "IssueDateTime", now.AddDays(-10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        var consignment = root.Element(Rsm + "SPSConsignment")!;
        consignment.Element(Ram + "ExportSPSCountry")!.SetElementValue(Ram + "ID", exporter);
        consignment.Element(Ram + "ImportSPSCountry")!.SetElementValue(Ram + "ID", PhytoCountries.LettersOf(address.To));
        // What is exported again grew elsewhere, and the template says where.
        foreach (var origin in isReExport ? [] : consignment.Descendants(Ram + "OriginSPSCountry"))
            origin.SetElementValue(Ram + "ID", exporter);
        foreach (var period in consignment.Descendants(Ram + "CompletionSPSPeriod"))
        {
            period.Element(Ram + "StartDateTime")!.SetElementValue(Udt + "DateTimeString", Iso(now.AddDays(-3)));
            period.Element(Ram + "EndDateTime")!.SetElementValue(Udt + "DateTimeString", Iso(now.AddDays(-2)));
        }

        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root.ToString(SaveOptions.DisableFormatting)}\n";
    }

    /// <summary>A number that no other sample has.</summary>
    /// <param name="from">The code of the sender's connection.</param>
    /// <param name="now">UTC.</param>
    public static string NewNumber(string from, DateTime now) => string.Create(CultureInfo.InvariantCulture,
        $"SAMPLE-{PhytoCountries.LettersOf(from)}-{now:yyyyMMddHHmmss}-{RandomNumberGenerator.GetHexString(4)}");

    private static string Iso(DateTime at) => at.ToString(InIso, CultureInfo.InvariantCulture);

    private static Stream Open(bool isReExport)
    {
        var name = isReExport ? "sandbox/SampleReExport.xml" : "sandbox/SampleExport.xml";
        return typeof(SampleCertificate).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
    }
}
