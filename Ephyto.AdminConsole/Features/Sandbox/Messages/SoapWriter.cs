using System.Text;
using System.Xml;
using System.Xml.Linq;
using Ephyto.AdminConsole.Field.HubService;

namespace Ephyto.AdminConsole.Features.Sandbox.Messages;

/// <summary>Writes SOAP 1.1 messages.</summary>
internal static class SoapWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        // A carriage return of a content goes out as a reference: as itself, readers would make a line feed of it.
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <param name="isTheirs">Whether the caller has to mend something.</param>
    /// <param name="words">For <c>faultstring</c> and for the detail: some clients read only the one, some only the other.</param>
    public static byte[] Fault(bool isTheirs, string words) => Around(new XElement(
        HubNames.Soap + "Fault",
        new XElement("faultcode", isTheirs ? "soap:Client" : "soap:Server"),
        new XElement("faultstring", words),
        new XElement(
            "detail",
            new XElement(HubNames.Service + "HubWebException", new XElement(HubNames.Service + "message", words)))));

    /// <returns>A whole document in UTF-8: a request or an answer.</returns>
    public static byte[] Around(XElement body)
    {
        var envelope = new XElement(
            HubNames.Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "soap", HubNames.Soap),
            new XAttribute(XNamespace.Xmlns + "eph", HubNames.Service),
            new XAttribute(XNamespace.Xmlns + "hub", HubNames.Entities),
            new XElement(HubNames.Soap + "Body", body));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings)) new XDocument(envelope).Save(writer);
        return bytes.ToArray();
    }
}
