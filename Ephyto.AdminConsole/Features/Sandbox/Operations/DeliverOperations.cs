using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Messages;
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
        ["DeliverEnvelope"] = request => Deliver(request, "env", EnvelopeForm.Text),
        ["ValidateAndDeliverEnvelope"] = request => Deliver(request, "envelope", EnvelopeForm.Text),
        ["DeliverPhytoEnvelope"] = request => Deliver(request, "ePhytoEnvelope", EnvelopeForm.Certificate),
        ["DeliverCountryResponseEnvelope"] = request => Deliver(request, "CountryResponseEnvelope", EnvelopeForm.Response),
        ["ValidatePhytoXML"] = Validate,
    };

    private SandboxWork Deliver(XElement request, string name, EnvelopeForm form)
    {
        if (request.Element(HubNames.Service + name) is not { } header) return Fields.Missing(name);
        if (ReadAddress(header, out var address) is { } refusal) return (_, _) => Task.FromResult<SandboxReply>(new([], refusal));

        var content = ContentOf(header, form);
        IReadOnlyList<PhytoFinding> findings =
            form == EnvelopeForm.Response || string.IsNullOrWhiteSpace(content) ? [] : check.Check(content, address);
        return async (call, ct) =>
        {
            var found = await call.Db.WithoutServedAsync(findings, address, call.Now, ct);
            IncomingEnvelope incoming = new(
                address, form, content, found.FirstOrDefault(finding => finding.IsSevere),
                IsJudged: request.Name.LocalName == "ValidateAndDeliverEnvelope");
            return SandboxReply.Of(EnvelopeWriter.Write(
                HubNames.Service + $"{request.Name.LocalName}Result", await deliveries.TakeAsync(call, incoming, ct), withContent: false));
        };
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

    private SandboxWork Validate(XElement request)
    {
        if (Fields.Of(request, "ePhytoXML") is not { } content) return Fields.Missing("ePhytoXML");
        List<PhytoFinding> findings = [.. check.Check(content, null), .. PartnerCountries.Find(content)];
        var reply = SandboxReply.Of(findings.Take(MostFindings).Select(finding => new XElement(
            HubNames.Service + "ValidationResult",
            new XElement("area", finding.Area.ToString()),
            new XElement("field", finding.Field),
            new XElement("level", finding.Level.ToString().ToUpperInvariant()),
            new XElement("msg", text.Finding(finding)))));
        return (call, _) =>
        {
            if (findings.Find(finding => finding.IsSevere) is { } severe)
                call.Explanations.Add(new(SandboxReason.CertificateInvalid, severe.Field, severe.Code, severe.Arguments));
            return Task.FromResult(reply);
        };
    }
}
