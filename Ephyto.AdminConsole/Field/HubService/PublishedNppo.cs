using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Field.HubService;

/// <summary>
/// A connection as the Hub's <c>GetActiveNppos</c> gives it to every other organization, element by element. The address that the Hub
/// calls and the channels of the rules are not among it.
/// </summary>
internal static class PublishedNppo
{
    /// <summary>Whether the Hub gives a connection to the others.</summary>
    public static bool IsGiven(NppoStatus status, ConnectionSettings settings) =>
        settings.IsSet && status is not (NppoStatus.Suspended or NppoStatus.Closed);

    /// <param name="name">Of the element: in a list, or as an answer of its own.</param>
    /// <param name="code">Of the connection.</param>
    /// <param name="settings">Of the connection.</param>
    /// <param name="signature">Its certificate in use for signing; null where there is none.</param>
    public static XElement Of(XName name, string code, ConnectionSettings settings, DigitalCertificate? signature) => new(name,
        new XElement(HubNames.Entities + "Country", code),
        new XElement(HubNames.Entities + "Receive", settings.Receive.ToString()),
        new XElement(HubNames.Entities + "Send", settings.Send.ToString()),
        settings.Allowed.Select(document => new XElement(
            HubNames.Entities + "AllowedDocument",
            new XAttribute("active", true),
            Numbered("certificateType", (int)document.Type, document.Type.ToString()),
            Numbered("certificateStatus", (int)document.Status, document.Status.ToString()))),
        signature is null ? null : new XElement(
            HubNames.Entities + "Signature",
            new XElement("dn", signature.Facts.Subject),
            new XElement("certificate", CertificateIn(signature.Pem))),
        new XElement(HubNames.Entities + "ChannelRules", settings.NumberedRules().Select(Published)));

    /// <summary>The same to read, as it stands in the list.</summary>
    public static string Write(Connection connection, DigitalCertificate? signature)
    {
        var published = Of(HubNames.Entities + "Nppo", connection.Code, connection.Settings, signature);
        published.SetAttributeValue(XNamespace.Xmlns + "hub", HubNames.Entities);
        return published.ToString();
    }

    private static XElement Published(ChannelRule rule) => new(
        HubNames.Entities + "ChannelRule",
        new XAttribute("id", rule.Id),
        new XAttribute("active", rule.Active),
        new XAttribute("ruleType", rule.Rule.ToString().ToUpperInvariant()),
        new XAttribute("certificateType", (int)rule.Type),
        new XAttribute("certificateStatus", (int)rule.Status),
        new XAttribute("countryCode", rule.CountryCode),
        new XAttribute("direction", rule.Direction == ChannelDirection.Outgoing ? "OUT" : "INC"));

    private static XElement Numbered(string name, int number, string value) =>
        new(name, new XAttribute("number", number), new XAttribute("value", value));

    /// <summary>The certificate alone, without its chain, in base64.</summary>
    private static string CertificateIn(byte[] pem)
    {
        var text = Encoding.ASCII.GetString(pem);
        return PemEncoding.TryFind(text, out var found) ? text[found.Base64Data].ReplaceLineEndings("") : "";
    }
}
