using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Markdig.Syntax;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>Each request that the API description shows, sent to the sandbox as it stands there.</summary>
public sealed partial class DescriptionSamplesTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    /// <summary>As the description writes a certificate that it leaves out.</summary>
    private const string LeftOut = "&lt;rsm:SPSCertificate …&gt;…&lt;/rsm:SPSCertificate&gt;";

    /// <summary>Whoever the certificate of the samples goes to calls these; its sender calls the others.</summary>
    private static readonly HashSet<string> OfRecipient =
    [
        "AcknowledgeEnvelopeReceipt", "AdvancedAcknowledgeEnvelopeReceipt", "AcknowledgeFailedEnvelopeReceipt",
        "SetTrackingInfoUpdate", "PULLImportEnvelope", "PULLSingleImportEnvelope", "GetImportEnvelopeHeaders",
        "DeliverCountryResponseEnvelope",
    ];

    private CallingSystem _sender = null!;
    private CallingSystem _recipient = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _sender = await CallingSystem.SetUpAsync(Host, "CI");
        _recipient = await CallingSystem.SetUpAsync(Host, "LK");
    }

    [Theory]
    [InlineData("hub-api.en")]
    [InlineData("hub-api.fr")]
    public async Task Every_request_of_the_description_is_accepted(string name)
    {
        var samples = SamplesIn(name);
        var certificate = SampleCertificate.Make(new("CI", "LK", 851, 70, "CI-2026-000123"), Host.Now());
        foreach (var operation in Host.Get<HubContract>().Operations.Values)
        {
            var waiting = await _sender.SendAsync(Host, "LK", certificate, number: operation.Name);
            var message = Number().Replace(samples[operation.Request], waiting["hubDeliveryNumber"])
                .Replace(LeftOut, WebUtility.HtmlEncode(certificate), StringComparison.Ordinal);
            Host.Time.Advance(TimeSpan.FromMinutes(1));

            var caller = OfRecipient.Contains(operation.Name) ? _recipient : _sender;
            var answer = await CallingSystem.CallAsync(Host, caller.Certificate, message);

            Assert.Equal((operation.Name, operation.Answer), (operation.Name, answer.Body.Name));
            Assert.DoesNotContain("FailedDelivery", answer.All("HUBTrackingInfo"));
            Assert.DoesNotContain("EnvelopeNotExists", answer.All("HUBTrackingInfo"));
            var call = await Host.StoreAsync(db => db.Set<SandboxCall>().OrderByDescending(each => each.At).FirstAsync());
            Assert.Equal((operation.Name, SandboxOutcome.Answered), (call.Operation, call.Outcome));
            // A typed certificate of the description is the beginning of one; several samples send the same.
            Assert.All(call.Explanations, said => Assert.True(said.Reason is SandboxReason.CountsForNoStep or SandboxReason.SentBefore));
        }
    }

    private static Dictionary<XName, string> SamplesIn(string name) => MarkdownText.Parse(ShippedLibrary.Read(name)).Document
        .OfType<FencedCodeBlock>().Where(block => block.Info == "xml").Select(block => block.Lines.ToString())
        .DistinctBy(BodyOf).ToDictionary(BodyOf);

    private static XName BodyOf(string sample) =>
        XElement.Parse(sample).Element(HubNames.Soap + "Body")!.Elements().Single().Name;

    [GeneratedRegex(@"SAMPLE-HUB-\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
