using System.Text;
using System.Xml;
using System.Xml.Linq;
using Ephyto.AdminConsole.Field.HubService;

namespace Ephyto.AdminConsole.Features.Sandbox.Server;

/// <summary>Writes SOAP 1.1 messages.</summary>
internal static class SoapWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        // A carriage return of a content goes out as a reference: as itself, readers would make a line feed of it.
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static byte[] Answer(XElement answer) => Write(answer);

    /// <param name="isTheirs">Whether the caller has to mend something.</param>
    /// <param name="words">For <c>faultstring</c> and for the detail: some clients read only the one, some only the other.</param>
    public static byte[] Fault(bool isTheirs, string words) => Write(new XElement(
        HubNames.Soap + "Fault",
        new XElement("faultcode", isTheirs ? "soap:Client" : "soap:Server"),
        new XElement("faultstring", words),
        new XElement(
            "detail",
            new XElement(HubNames.Service + "HubWebException", new XElement(HubNames.Service + "message", words)))));

    private static byte[] Write(XElement body)
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
