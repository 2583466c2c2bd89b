using System.Text;
using System.Xml;
using System.Xml.Linq;
using Ephyto.AdminConsole.Field.HubService;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>Writes SOAP messages.</summary>
internal static class SoapMessage
{
    // A carriage return would reach the other side as a line feed, or not at all, if it were not written as an entity.
    private static readonly XmlWriterSettings Settings =
        new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };

    /// <returns>A whole document in UTF-8.</returns>
    public static byte[] With(XElement body)
    {
        XElement envelope = new(HubNames.Soap + "Envelope", new XAttribute(XNamespace.Xmlns + "soap", HubNames.Soap),
            new XElement(HubNames.Soap + "Body", body));
        using MemoryStream bytes = new();
        using (var writer = XmlWriter.Create(bytes, Settings)) envelope.Save(writer);
        return bytes.ToArray();
    }
}
