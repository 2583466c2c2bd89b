using System.Xml;
using System.Xml.Linq;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Messages;

/// <summary>Writes envelopes by the contract, in which the order of the fields counts.</summary>
internal static class EnvelopeWriter
{
    private static readonly XNamespace Hub = HubNames.Entities;

    /// <summary>The header of an envelope, with its content where it is wanted.</summary>
    public static XElement Write(XName name, SandboxEnvelope envelope, bool withContent) => new(
        name,
        Header(new(envelope.From, envelope.To, envelope.CertificateType, envelope.CertificateStatus, envelope.CertificateNumber),
            envelope.TrackingNumber, envelope.State, envelope.Words),
        envelope.Forwardings.Count == 0 ? null : new XElement(Hub + "Forwardings", envelope.Forwardings.Select(
            forwarding => new XElement(
                Hub + "EnvelopeForwarding",
                new XElement(Hub + "Code", Writable(forwarding.Code)),
                new XElement(Hub + "HubDeliveryNumber", forwarding.TrackingNumber)))),
        withContent ? new XElement(Hub + "Content", Writable(envelope.Content ?? "")) : null);

    /// <summary>The answer to a number that nobody knows.</summary>
    public static XElement WriteUnknown(XName name, string from, string number) =>
        new(name, Header(new(from, "", 0, 0, ""), number, TrackingState.EnvelopeNotExists, null));

    private static IEnumerable<object?> Header(EnvelopeAddress address, string number, TrackingState state, string? words) =>
    [
        new XElement(Hub + "From", Writable(address.From)),
        new XElement(Hub + "To", Writable(address.To)),
        new XElement(Hub + "CertificateType", address.CertificateType),
        new XElement(Hub + "CertificateStatus", address.CertificateStatus),
        new XElement(Hub + "NPPOCertificateNumber", Writable(address.CertificateNumber)),
        new XElement(Hub + "hubDeliveryNumber", number),
        new XElement(Hub + "HUBTrackingInfo", state.ToString()),
        words is null ? null : new XElement(Hub + "hubDeliveryErrorMessage", Writable(words)),
    ];

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
