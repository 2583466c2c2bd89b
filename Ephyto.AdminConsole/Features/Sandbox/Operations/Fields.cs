using System.Globalization;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>
/// Reads requests and writes answers by the names of the contract. Names are compared with their namespaces: what a request writes in
/// another one the Hub does not see either.
/// </summary>
internal static class Fields
{
    public const string TrackingNumber = "hubTrackingNumber";

    /// <returns>Null where it is not there.</returns>
    public static string? Of(XElement request, string name) => request.Element(HubNames.Service + name)?.Value;

    /// <summary>What is about the one envelope that the request names.</summary>
    public static SandboxWork OfNumber(XElement request, Func<SandboxContext, string, CancellationToken, Task<SandboxReply>> work) =>
        Of(request, TrackingNumber) is { } number ? (call, ct) => work(call, number, ct) : Missing(TrackingNumber);

    public static string? OfHeader(XElement header, string name) => header.Element(HubNames.Entities + name)?.Value;

    /// <summary>Nothing can be done without it.</summary>
    public static SandboxWork Missing(string name) => (_, _) => Task.FromResult(SandboxReply.Fault(SandboxReason.FieldMissing, name));

    /// <returns>Null where it is no number that the contract has room for.</returns>
    public static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static XElement Result(string name, params IEnumerable<object?> content) => new(HubNames.Service + name, content);

    /// <summary>The header of an envelope, with its content where it is wanted.</summary>
    public static XElement Envelope(XName name, SandboxEnvelope envelope, bool withContent) => new(
        name,
        Header(new(envelope.From, envelope.To, envelope.CertificateType, envelope.CertificateStatus, envelope.CertificateNumber),
            envelope.TrackingNumber, envelope.State, envelope.Words),
        envelope.Forwardings.Count == 0 ? null : new XElement(HubNames.Entities + "Forwardings", envelope.Forwardings.Select(
            forwarding => new XElement(
                HubNames.Entities + "EnvelopeForwarding",
                new XElement(HubNames.Entities + "Code", forwarding.Code),
                new XElement(HubNames.Entities + "HubDeliveryNumber", forwarding.TrackingNumber)))),
        withContent ? new XElement(HubNames.Entities + "Content", envelope.Content ?? "") : null);

    /// <summary>The answer to a number that nobody knows.</summary>
    public static XElement NoEnvelope(XName name, string from, string number) =>
        new(name, Header(new(from, "", 0, 0, ""), number, TrackingState.EnvelopeNotExists, null));

    private static IEnumerable<object?> Header(EnvelopeAddress address, string number, TrackingState state, string? words) =>
    [
        new XElement(HubNames.Entities + "From", address.From),
        new XElement(HubNames.Entities + "To", address.To),
        new XElement(HubNames.Entities + "CertificateType", address.CertificateType),
        new XElement(HubNames.Entities + "CertificateStatus", address.CertificateStatus),
        new XElement(HubNames.Entities + "NPPOCertificateNumber", address.CertificateNumber),
        new XElement(HubNames.Entities + "hubDeliveryNumber", number),
        new XElement(HubNames.Entities + "HUBTrackingInfo", state.ToString()),
        words is null ? null : new XElement(HubNames.Entities + "hubDeliveryErrorMessage", words),
    ];
}
