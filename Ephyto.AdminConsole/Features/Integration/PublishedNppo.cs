using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.Integration;

/// <summary>
/// A connection as the Hub's <c>GetActiveNppos</c> gives it to every other organization, element by element. The address that the Hub
/// calls and the channels of the rules are not among it.
/// </summary>
internal static class PublishedNppo
{
    private static readonly XNamespace Hub = "http://ephyto.ippc.int/HUB.Entities";

    /// <param name="connection">Of the organization.</param>
    /// <param name="signature">Its certificate in use for signing; null where there is none.</param>
    public static string Write(Connection connection, DigitalCertificate? signature)
    {
        var settings = connection.Settings;
        return new XElement(Hub + "Nppo",
            new XAttribute(XNamespace.Xmlns + "hub", Hub),
            new XElement(Hub + "Country", connection.Code),
            new XElement(Hub + "Receive", settings.Receive.ToString()),
            new XElement(Hub + "Send", settings.Send.ToString()),
            settings.Allowed.Select(document => new XElement(Hub + "AllowedDocument",
                new XAttribute("active", true),
                Numbered("certificateType", (int)document.Type, document.Type.ToString()),
                Numbered("certificateStatus", (int)document.Status, document.Status.ToString()))),
            signature is null ? null : new XElement(Hub + "Signature",
                new XElement("dn", signature.Facts.Subject),
                new XElement("certificate", CertificateIn(signature.Pem))),
            new XElement(Hub + "ChannelRules", settings.NumberedRules().Select(Published))).ToString();
    }

    private static XElement Published(ChannelRule rule) => new(Hub + "ChannelRule",
        new XAttribute("id", rule.Id),
        new XAttribute("active", rule.Active),
        new XAttribute("ruleType", rule.Rule.ToString().ToUpperInvariant()),
        new XAttribute("certificateType", (int)rule.Type),
        new XAttribute("certificateStatus", (int)rule.Status),
        rule.CountryCode.Length > 0 ? new XAttribute("countryCode", rule.CountryCode) : null,
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
