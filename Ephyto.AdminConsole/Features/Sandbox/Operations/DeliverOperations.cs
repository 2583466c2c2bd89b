using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>The four ways to send something, and the check without sending.</summary>
internal sealed class DeliverOperations(Deliveries deliveries, IPhytoCheck check, ServiceSentences text) : ISandboxOperations
{
    private const int MostFindings = 200;

    public IReadOnlyDictionary<string, SandboxOperation> Operations => new Dictionary<string, SandboxOperation>
    {
        ["DeliverEnvelope"] = (call, request, ct) => DeliverAsync(call, request, "env", EnvelopeForm.Text, ct),
        ["ValidateAndDeliverEnvelope"] = (call, request, ct) => DeliverAsync(call, request, "envelope", EnvelopeForm.Text, ct),
        ["DeliverPhytoEnvelope"] = (call, request, ct) => DeliverAsync(call, request, "ePhytoEnvelope", EnvelopeForm.Certificate, ct),
        ["DeliverCountryResponseEnvelope"] = (call, request, ct) =>
            DeliverAsync(call, request, "CountryResponseEnvelope", EnvelopeForm.Response, ct),
        ["ValidatePhytoXML"] = (call, request, _) => Task.FromResult(Validate(call, request)),
    };

    private async Task<SandboxReply> DeliverAsync(
        SandboxContext call, XElement request, string name, EnvelopeForm form, CancellationToken ct)
    {
        if (request.Element(HubNames.Service + name) is not { } header) return SandboxReply.Fault(SandboxReason.FieldMissing, name);
        if (ReadAddress(header, out var address) is { } refusal) return new([], refusal);

        var content = ContentOf(header, form);
        var severe = request.Name.LocalName == "ValidateAndDeliverEnvelope" ? FirstSevere(content, address) : null;
        var envelope = await deliveries.TakeAsync(call, new(address, form, content, severe), ct);
        return SandboxReply.Of(Fields.Envelope(HubNames.Service + $"{request.Name.LocalName}Result", envelope, withContent: false));
    }

    private static SandboxExplanation? ReadAddress(XElement header, out EnvelopeAddress address)
    {
        var (type, status) = (Fields.OfHeader(header, "CertificateType"), Fields.OfHeader(header, "CertificateStatus"));
        address = new(
            Fields.OfHeader(header, "From") ?? "", Fields.OfHeader(header, "To") ?? "", Fields.Number(type) ?? 0,
            Fields.Number(status) ?? 0, Fields.OfHeader(header, "NPPOCertificateNumber") ?? "");
        foreach (var (name, value) in new[] { ("From", address.From), ("To", address.To), ("CertificateType", type ?? ""),
            ("CertificateStatus", status ?? "") })
        {
            if (string.IsNullOrWhiteSpace(value)) return new(SandboxReason.FieldMissing, name);
        }

        return Fields.Number(type) is null ? new(SandboxReason.NotANumber, "CertificateType")
            : Fields.Number(status) is null ? new(SandboxReason.NotANumber, "CertificateStatus") : null;
    }

    private static string? ContentOf(XElement header, EnvelopeForm form) => form switch
    {
        EnvelopeForm.Text => Fields.OfHeader(header, "Content"),
        EnvelopeForm.Certificate => Written(header.Element(HubNames.Certificate + "SPSCertificate")),
        _ => Written(header.Element(HubNames.Acknowledgement + "SPSAcknowledgement")),
    };

    // As a document of its own, with the namespaces that it used of the envelope around it.
    private static string? Written(XElement? element) => element?.ToString(SaveOptions.DisableFormatting);

    private SandboxExplanation? FirstSevere(string? content, EnvelopeAddress address)
    {
        if (string.IsNullOrWhiteSpace(content)) return null;
        var facts = new EnvelopeFacts(
            address.From, address.To, address.CertificateType, address.CertificateStatus, address.CertificateNumber);
        return check.Check(content, facts).FirstOrDefault(finding => finding.Level == ValidationLevel.Severe) is { } severe
            ? new(SandboxReason.CertificateInvalid, $"{severe.Field}: {text.Finding(severe)}") : null;
    }

    private SandboxReply Validate(SandboxContext call, XElement request)
    {
        if (Fields.Of(request, "ePhytoXML") is not { } content) return SandboxReply.Fault(SandboxReason.FieldMissing, "ePhytoXML");
        var findings = check.Check(content, null);
        if (findings.FirstOrDefault(finding => finding.Level == ValidationLevel.Severe) is { } severe)
            call.Explain(SandboxReason.CertificateInvalid, severe.Field);
        return SandboxReply.Of(findings.Take(MostFindings).Select(finding => new XElement(
            HubNames.Service + "ValidationResult",
            new XElement("area", finding.Area.ToString()),
            new XElement("field", finding.Field),
            new XElement("level", finding.Level.ToString().ToUpperInvariant()),
            new XElement("msg", text.Finding(finding)))));
    }
}
