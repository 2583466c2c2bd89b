using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Push;

/// <summary>The two requests that the Hub sends, by its contract: the order of the fields counts.</summary>
internal static class PushMessages
{
    private static readonly XNamespace Hub = HubNames.Entities;

    public static XElement Deliver(SandboxEnvelope envelope) => new(HubNames.Service + "DeliverEnvelope",
        new XElement(HubNames.Service + "env", Header(envelope), new XElement(Hub + "Content", Writable(envelope.Content ?? ""))));

    public static XElement TellState(SandboxEnvelope envelope) => new(HubNames.Service + "SetTrackingInfoUpdate",
        new XElement(HubNames.Service + "header", Header(envelope)));

    private static IEnumerable<XElement> Header(SandboxEnvelope envelope)
    {
        yield return new(Hub + "From", Writable(envelope.From));
        yield return new(Hub + "To", Writable(envelope.To));
        yield return new(Hub + "CertificateType", Number(envelope.CertificateType));
        yield return new(Hub + "CertificateStatus", Number(envelope.CertificateStatus));
        yield return new(Hub + "NPPOCertificateNumber", Writable(envelope.CertificateNumber));
        yield return new(Hub + "hubDeliveryNumber", envelope.TrackingNumber);
        yield return new(Hub + "HUBTrackingInfo", envelope.State.ToString());
        yield return new(Hub + "hubDeliveryErrorMessage", Writable(envelope.Words ?? ""));
        yield return new(Hub + "Forwardings", envelope.Forwardings.Select(one => new XElement(Hub + "EnvelopeForwarding",
            new XElement(Hub + "Code", Writable(one.Code)), new XElement(Hub + "HubDeliveryNumber", one.TrackingNumber))));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // What came in XML can go out in XML. What was cut in between, or came by another way, is not let break the message.
    private static string Writable(string text)
    {
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException)
        {
            return string.Concat(text.EnumerateRunes().Select(rune => IsXml(rune.Value) ? rune.ToString() : "\uFFFD"));
        }
    }

    private static bool IsXml(int value) =>
        value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;
}
