using System.Globalization;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>The header of an envelope says the same as the certificate in it.</summary>
internal sealed class EnvelopeRules(PhytoReport report, PhytoCountries countries)
{
    /// <summary>The country that exports is not that of the connection which sends.</summary>
    public const string Exporter = "FromUnlikeExport";

    /// <summary>The country that imports is not that of the connection which receives.</summary>
    public const string Importer = "ToUnlikeImport";

    public void Check(EnvelopeAddress envelope, PhytoElement root)
    {
        Compare("NPPOCertificateNumber", envelope.CertificateNumber, root.TextOf("SPSExchangedDocument/ID"), "NumberUnlikeHeader");
        Compare("CertificateType", Number(envelope.CertificateType), root.TextOf("SPSExchangedDocument/TypeCode"), "TypeUnlikeHeader");
        Compare("CertificateStatus", Number(envelope.CertificateStatus), root.TextOf("SPSExchangedDocument/StatusCode"),
            "StatusUnlikeHeader");
        CompareCountry("From", envelope.From, root.TextOf("SPSConsignment/ExportSPSCountry/ID"), Exporter);
        CompareCountry("To", envelope.To, root.TextOf("SPSConsignment/ImportSPSCountry/ID"), Importer);
    }

    // A connection that stands for several countries bears no country's letters. Whom one of a country serves beside it is asked later,
    // by ServedFindings.
    private void CompareCountry(string field, string connection, string country, string code)
    {
        var letters = PhytoCountries.LettersOf(connection);
        if (countries.Knows(letters) && countries.Knows(country)) Compare(field, letters, country, code);
    }

    private void Compare(string field, string header, string content, string code)
    {
        if (content.Length > 0 && header.Trim() != content)
            report.AddOfHeader(field, code, header, content);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
