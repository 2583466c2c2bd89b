using System.Net;
using System.Text;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>Each request that the integration guide and the API description print, sent to the sandbox as it stands there.</summary>
public sealed class DocumentSamplesTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    /// <summary>As the documents write a certificate that they leave out.</summary>
    private const string LeftOut = "&lt;rsm:SPSCertificate …&gt;…&lt;/rsm:SPSCertificate&gt;";

    /// <summary>Whom an envelope goes to calls these; its sender calls the others.</summary>
    private static readonly HashSet<string> OfRecipient =
    [
        "AcknowledgeEnvelopeReceipt", "AdvancedAcknowledgeEnvelopeReceipt", "AcknowledgeFailedEnvelopeReceipt",
        "SetTrackingInfoUpdate", "PULLImportEnvelope", "PULLSingleImportEnvelope", "GetImportEnvelopeHeaders",
    ];

    private readonly Dictionary<string, CallingSystem> _systems = [];

    public static TheoryData<string> Names => [.. ShippedLibrary.Texts.Select(file => file.Name)];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        // Whatever the documents print of a profile is there to be answered.
        ChannelRule rule = new(
            ChannelRuleType.Forward, PhytoType.ReExport, PhytoStatus.Issued, "LK", ChannelDirection.Outgoing, "SAMPLE", true, 1);
        foreach (var country in new[] { "CI", "LK" })
            _systems[country] = await CallingSystem.SetUpAsync(Host, country, CallingSystem.Everything with { Rules = [rule] });
        var (own, now) = (_systems["CI"], Host.Now());
        using var key = CallingSystem.Make("C=CI, O=NPPO, CN=ePhyto signing", Host.Time.GetUtcNow());
        var signing = CallingSystem.Upload(
            own.NppoId, key, now, CertificateUsage.Signing, new(own.Uploaded.ConnectionId!.Value, own.Code));
        Assert.True(signing.Activate([], Guid.NewGuid(), now).IsSuccess);
        await Host.AddAsync(signing, Channel.Add("SAMPLE", new("Sample channel", true, false), Guid.NewGuid(), now).Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_request_that_a_document_prints_is_accepted(string name)
    {
        var requests = PrintedRequest.In(ShippedLibrary.Read(name));

        Assert.NotEmpty(requests);
        List<string> wrong = [];
        foreach (var request in requests)
        {
            var (refusal, answer) = await SendAsync(request);
            if (refusal is not null) wrong.Add($"{refusal}\n{request.Message}");
            if (request.Answer is not { } printed) continue;
            var missing = PlacesIn(printed).Except(PlacesIn(answer.Body)).ToList();
            if (missing.Count > 0) wrong.Add($"{request.Operation.Name} does not answer {string.Join(' ', missing)}");
        }

        Assert.True(wrong is [], $"{name}: {string.Join('\n', wrong)}");
    }

    /// <summary>A fault in any sample is found, and a sample that is new is found by itself.</summary>
    [Theory]
    [InlineData("<eph:env>\n        <hub:From>CI</hub:From>\n        <hub:To>LK</hub:To>",
        "<eph:env>\n        <hub:From>CI</hub:From>\n        <hub:To>LK3</hub:To>")]
    [InlineData("<hub:CertificateStatus>40</hub:CertificateStatus>", "<hub:CertificateStatus>41</hub:CertificateStatus>")]
    [InlineData("<eph:countryCode>CI</eph:countryCode>", "<countryCode>CI</countryCode>")]
    [InlineData("<hub:HUBTrackingInfo>Delivered</hub:HUBTrackingInfo>\n      </eph:header>", "</eph:header>")]
    [InlineData("<eph:message>Content is not well-formed XML</eph:message>", "")]
    [InlineData("<eph:GetProfile/>", "<eph:GetProfile><eph:countryCode>CI</eph:countryCode></eph:GetProfile>")]
    [InlineData("## Assistance\n", "## Assistance\n\n- New:\n\n  ```xml\n  <s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>"
        + "<s:Body><GetEnvelopeTrackingInfo xmlns='http://ephyto.ippc.int/'/></s:Body></s:Envelope>\n  ```\n")]
    public async Task A_sample_that_is_not_accepted_is_found(string printed, string wrong)
    {
        var guide = Encoding.UTF8.GetString(ShippedLibrary.Read("integration-guide.en"));
        Assert.Contains(printed, guide, StringComparison.Ordinal);
        List<string?> refusals = [];

        foreach (var request in PrintedRequest.In(Encoding.UTF8.GetBytes(guide.Replace(printed, wrong, StringComparison.Ordinal))))
            refusals.Add((await SendAsync(request)).Refusal);

        Assert.Contains(refusals, refusal => refusal is not null);
    }

    private async Task<(string? Refusal, SoapAnswer Answer)> SendAsync(PrintedRequest request)
    {
        var message = request.Message;
        if (request.About is { } about)
        {
            // One that failed, where that is printed, has no content.
            var hasFailed = request.Answer?.Descendants(HubNames.Entities + "HUBTrackingInfo").Any(info => info.Value == "FailedDelivery");
            var sent = await _systems[about.From].SendAsync(
                Host, about.To, hasFailed == true ? "" : CertificateOf(about), number: about.CertificateNumber,
                type: $"{about.CertificateType}", status: $"{about.CertificateStatus}");
            if (request.Number is { } number) message = message.Replace(number, sent["hubDeliveryNumber"], StringComparison.Ordinal);
            // Nobody acknowledges what they have not fetched.
            if (OfRecipient.Contains(request.Operation.Name))
                await _systems[about.To].CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", sent["hubDeliveryNumber"]));
        }

        var sends = request.Sends ?? new("CI", "LK", 851, 70, "CI-2026-000123");
        // Where findings are printed, there is something to be found.
        var findsSomething = request.Answer?.Elements(HubNames.Service + "ValidationResult").Any() == true;
        var certificate = findsSomething ? "<a/>" : CertificateOf(sends);
        message = message.Replace(LeftOut, WebUtility.HtmlEncode(certificate), StringComparison.Ordinal);
        var caller = request.About is { } asked ? OfRecipient.Contains(request.Operation.Name) ? asked.To : asked.From : sends.From;
        Host.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await CallingSystem.CallAsync(Host, _systems[caller].Certificate, message);

        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().OrderByDescending(each => each.At).FirstAsync());
        Assert.Equal(request.Operation.Name, call.Operation);
        // A typed certificate of the description is the beginning of one; several samples send the same; and something is to be found.
        var found = call.Explanations.Where(said => said.Reason is not (SandboxReason.CountsForNoStep or SandboxReason.SentWithFaults
                or SandboxReason.SentBefore)
            && !(findsSomething && said.Reason == SandboxReason.CertificateInvalid)).ToList();
        var isAccepted = call.Outcome == SandboxOutcome.Answered && answer.Body.Name == request.Operation.Answer && found is [];
        return (isAccepted ? null : $"{call.Outcome}: {string.Join(' ', found)} {answer.Fault ?? answer.Raw}", answer);
    }

    private string CertificateOf(EnvelopeAddress address) => SampleCertificate.Make(address, Host.Now());

    /// <summary>Where something stands in a message, by the names that lead there.</summary>
    private static HashSet<string> PlacesIn(XElement body) =>
    [
        .. body.DescendantsAndSelf().SelectMany(element => element.Attributes().Where(each => !each.IsNamespaceDeclaration)
            .Select(attribute => $"{PlaceOf(element)}/@{attribute.Name.LocalName}").Append(PlaceOf(element))),
    ];

    private static string PlaceOf(XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse()
        .SkipWhile(each => each.Name.Namespace == HubNames.Soap).Select(each => each.Name.LocalName));
}
