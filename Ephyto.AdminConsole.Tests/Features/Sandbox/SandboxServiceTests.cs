using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>The operations of the sandbox as systems call them; every answer fits the contract.</summary>
public abstract class SandboxServiceTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private CallingSystem _kenya = null!;
    private CallingSystem _ghana = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _kenya = await CallingSystem.SetUpAsync(Host, "KE");
        _ghana = await CallingSystem.SetUpAsync(Host, "GH");
    }

    [Fact]
    public void Every_operation_of_the_contract_is_there() => Assert.Equal(
        Host.Get<HubContract>().Operations.Keys.Order(), Host.Get<SandboxService>().Operations.Order());

    [Theory]
    [InlineData("AcknowledgeEnvelopeReceipt", "", "Delivered")]
    [InlineData("AdvancedAcknowledgeEnvelopeReceipt", "<e:warningMessage>Look</e:warningMessage>", "DeliveredWithWarnings")]
    [InlineData("AcknowledgeFailedEnvelopeReceipt", "<e:message>Broken</e:message>", "DeliveredNotReadable")]
    public async Task An_envelope_waits_until_it_is_acknowledged(string operation, string more, string state)
    {
        var sent = await _kenya.SendAsync(Host, "GH", "<a>é\r\n</a>");
        var number = sent["hubDeliveryNumber"];
        Assert.Equal("PendingDelivery", sent["HUBTrackingInfo"]);
        Assert.Equal([number], (await _kenya.CallAsync(Host, Soap.Empty("GetUnderDeliveryEnvelope"))).All("hubDeliveryNumber"));

        // Offered again and again, whichever way it is fetched.
        foreach (var country in new[] { "", "<e:countryCode/>", "<e:countryCode>KE</e:countryCode>" })
        {
            var listed = await _ghana.CallAsync(Host, $"<e:GetImportEnvelopeHeaders>{country}</e:GetImportEnvelopeHeaders>");
            Assert.Equal([number], listed.All("hubDeliveryNumber"));
        }

        Assert.Empty((await _ghana.CallAsync(
            Host, "<e:GetImportEnvelopeHeaders><e:countryCode>CI</e:countryCode></e:GetImportEnvelopeHeaders>")).All("From"));
        Assert.Equal("<a>é\r\n</a>", (await _ghana.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", number)))["Content"]);
        Assert.Equal("<a>é\r\n</a>", (await _ghana.CallAsync(Host, Soap.Empty("PULLImportEnvelope")))["Content"]);

        await _ghana.CallAsync(Host, Soap.Numbered(operation, number, more));

        Assert.Equal(state, (await TrackAsync(number))["HUBTrackingInfo"]);
        Assert.Empty((await _ghana.CallAsync(Host, Soap.Empty("GetImportEnvelopeHeaders"))).All("From"));
        Assert.Empty((await _kenya.CallAsync(Host, Soap.Empty("GetUnderDeliveryEnvelope"))).All("From"));

        // Said again otherwise, the first word stays.
        await _ghana.CallAsync(Host, Soap.Numbered("AcknowledgeFailedEnvelopeReceipt", number, "<e:message>No</e:message>"));
        Assert.Equal(state, (await TrackAsync(number))["HUBTrackingInfo"]);
        var answer = await _ghana.CallAsync(
            Host, Soap.Numbered("AdvancedAcknowledgeEnvelopeReceipt", number, "<e:warningMessage>No</e:warningMessage>"));
        Assert.Equal(state, answer.Body.Elements().Single().Value);
    }

    [Fact]
    public async Task The_header_may_tell_the_state_too()
    {
        var number = (await _kenya.SendAsync(Host, "GH"))["hubDeliveryNumber"];

        var answer = await _ghana.CallAsync(Host, $"""
            <e:SetTrackingInfoUpdate><e:header><h:From>KE</h:From><h:To>GH</h:To><h:CertificateType>851</h:CertificateType>
            <h:CertificateStatus>70</h:CertificateStatus><h:NPPOCertificateNumber>2026-1</h:NPPOCertificateNumber>
            <h:hubDeliveryNumber>{number}</h:hubDeliveryNumber><h:HUBTrackingInfo>DeliveredWithWarnings</h:HUBTrackingInfo>
            <h:hubDeliveryErrorMessage>Look</h:hubDeliveryErrorMessage></e:header></e:SetTrackingInfoUpdate>
            """);

        Assert.Null(answer.Fault);
        var tracked = await TrackAsync(number);
        Assert.Equal(("DeliveredWithWarnings", "Look"), (tracked["HUBTrackingInfo"], tracked["hubDeliveryErrorMessage"]));
    }

    [Fact]
    public async Task An_envelope_to_oneself_arrives()
    {
        var number = (await _kenya.SendAsync(Host, "KE"))["hubDeliveryNumber"];

        Assert.Equal("<a/>", (await _kenya.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", number)))["Content"]);
    }

    [Fact]
    public async Task Two_connections_of_a_country_are_two_that_exchange()
    {
        var second = await CallingSystem.ConnectAsync(Host, _kenya.NppoId, "KE", CallingSystem.Everything, existing: 1);
        Assert.Equal("KE2", second.Code);

        var number = (await second.SendAsync(Host, "KE"))["hubDeliveryNumber"];
        Assert.Equal("FailedDelivery", (await second.SendAsync(Host, "KE", from: "KE"))["HUBTrackingInfo"]);

        Assert.Equal([number], (await _kenya.CallAsync(Host, Soap.Empty("GetImportEnvelopeHeaders"))).All("hubDeliveryNumber"));
        Assert.Empty((await second.CallAsync(Host, Soap.Empty("GetImportEnvelopeHeaders"))).All("From"));
        Assert.Equal("PendingDelivery",
            (await second.CallAsync(Host, Soap.Numbered("GetEnvelopeTrackingInfo", number)))["HUBTrackingInfo"]);
    }

    [Theory]
    [InlineData("GH", "CI", "851", "70", "2026-1", "<a/>", SandboxReason.FromNotYours)]
    [InlineData("KE", "CI", "851", "70", "2026-1", "<a/>", SandboxReason.RecipientUnknown)]
    [InlineData("KE", "a code longer than any", "851", "70", "2026-1", "<a/>", SandboxReason.RecipientUnknown)]
    [InlineData("KE", "GH", "657", "70", "2026-1", "<a/>", SandboxReason.DocumentNotAllowed)]
    [InlineData("KE", "GH", "851", "99", "2026-1", "<a/>", SandboxReason.DocumentNotAllowed)]
    [InlineData("KE", "GH", "851", "70", " ", "<a/>", SandboxReason.CertificateNumberMissing)]
    [InlineData("KE", "GH", "851", "70", "2026-1", " ", SandboxReason.ContentMissing)]
    public async Task What_does_not_pass_fails_with_words(
        string from, string to, string type, string status, string number, string content, SandboxReason reason)
    {
        var sent = await _kenya.SendAsync(Host, to, content, from, number, type: type, status: status);

        Assert.Equal("FailedDelivery", sent["HUBTrackingInfo"]);
        Assert.NotEmpty(sent["hubDeliveryErrorMessage"]);
        Assert.Equal(SandboxOutcome.Refused, (await LastCallAsync()).Outcome);
        Assert.Equal(reason, (await LastCallAsync()).Explanations[0].Reason);
        Assert.Empty((await _ghana.CallAsync(Host, Soap.Empty("GetImportEnvelopeHeaders"))).All("From"));
    }

    [Fact]
    public async Task What_is_checked_first_is_not_delivered_where_it_is_broken()
    {
        var sent = await _kenya.SendAsync(Host, "GH", "<a>", operation: "ValidateAndDeliverEnvelope");
        Assert.Equal("FailedDelivery", sent["HUBTrackingInfo"]);
        // In English for the system, and as a code for whoever reads it in their own language.
        Assert.Contains("well formed", sent["hubDeliveryErrorMessage"], StringComparison.Ordinal);
        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal(("Content", "NeverClosed"), (call.Explanations[0].Detail, call.Explanations[0].Met));
        Assert.NotEmpty(call.Explanations[0].Arguments!);

        var findings = await _kenya.CallAsync(Host, "<e:ValidatePhytoXML><e:ePhytoXML>&lt;a&gt;</e:ePhytoXML></e:ValidatePhytoXML>");
        var finding = Assert.Single(findings.Body.Elements(HubNames.Service + "ValidationResult"));
        Assert.Equal("Schema", finding.Element("area")!.Value);
        Assert.Equal("SEVERE", finding.Element("level")!.Value);
    }

    [Fact]
    public async Task Typed_certificates_and_answers_arrive_as_xml_of_their_own()
    {
        foreach (var (operation, name, element) in new[]
        {
            ("DeliverPhytoEnvelope", "ePhytoEnvelope",
                """<r:SPSCertificate xmlns:r="urn:un:unece:uncefact:data:standard:SPSCertificate:17"/>"""),
            ("DeliverCountryResponseEnvelope", "CountryResponseEnvelope",
                """<r:SPSAcknowledgement xmlns:r="urn:un:unece:uncefact:data:standard:SPSAcknowledgement:17"/>"""),
        })
        {
            var sent = await _kenya.CallAsync(Host, $"""
                <e:{operation}><e:{name}><h:From>KE</h:From><h:To>GH</h:To><h:CertificateType>851</h:CertificateType>
                <h:CertificateStatus>70</h:CertificateStatus><h:NPPOCertificateNumber>1</h:NPPOCertificateNumber>
                {element}</e:{name}></e:{operation}>
                """);
            var content = (await _ghana.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", sent["hubDeliveryNumber"])))["Content"];
            Assert.Equal(element.Split(' ')[0].Split(':')[1], System.Xml.Linq.XElement.Parse(content).Name.LocalName);
        }
    }

    [Fact]
    public async Task An_unknown_number_is_answered_and_another_countrys_too()
    {
        var number = (await _kenya.SendAsync(Host, "KE"))["hubDeliveryNumber"];

        foreach (var asked in new[] { number, "no-such-number", "" })
        {
            var tracked = await _ghana.CallAsync(Host, Soap.Numbered("GetEnvelopeTrackingInfo", asked));
            Assert.Equal(("EnvelopeNotExists", asked), (tracked["HUBTrackingInfo"], tracked["hubDeliveryNumber"]));
            Assert.Empty((await _ghana.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", asked))).All("Content"));
            Assert.NotNull((await _ghana.CallAsync(Host, Soap.Numbered("AcknowledgeEnvelopeReceipt", asked))).Fault);
        }

        Assert.Equal("PendingDelivery", (await TrackAsync(number))["HUBTrackingInfo"]);
    }

    [Fact]
    public async Task Who_fetches_several_at_once_finds_that_call_with_each_of_them()
    {
        var numbers = new[]
        {
            (await _kenya.SendAsync(Host, "GH", number: "1"))["hubDeliveryNumber"],
            (await _kenya.SendAsync(Host, "GH", number: "2"))["hubDeliveryNumber"],
        };
        await _ghana.CallAsync(Host, Soap.Empty("PULLImportEnvelope"));
        await _ghana.CallAsync(Host, Soap.Numbered("AcknowledgeEnvelopeReceipt", numbers[0]));
        var officer = await Host.ActiveMemberAsync(_ghana.NppoId, NppoRole.Viewer, "officer@example.org");

        var about = await Host.Get<ListCalls>().HandleAsync(new(_ghana.NppoId, numbers[0], null, null, null, 1), officer, default);
        var other = await Host.Get<ListCalls>().HandleAsync(new(_ghana.NppoId, numbers[1], null, null, null, 1), officer, default);

        Assert.Equal(["AcknowledgeEnvelopeReceipt", "PULLImportEnvelope"], about.Value.Page.Items.Select(call => call.Operation).Order());
        Assert.Equal(["PULLImportEnvelope"], other.Value.Page.Items.Select(call => call.Operation));
    }

    [Fact]
    public async Task What_was_refused_is_tracked_by_who_sent_it_and_not_by_whom_it_named()
    {
        var number = (await _kenya.SendAsync(Host, "KE", from: "GH"))["hubDeliveryNumber"];

        Assert.Equal("FailedDelivery", (await TrackAsync(number))["HUBTrackingInfo"]);
        Assert.Equal("EnvelopeNotExists",
            (await _ghana.CallAsync(Host, Soap.Numbered("GetEnvelopeTrackingInfo", number)))["HUBTrackingInfo"]);
    }

    [Fact]
    public async Task Everybody_who_exchanges_is_listed_with_the_fields_that_clients_presume()
    {
        var listed = await _kenya.CallAsync(Host, Soap.Empty("GetActiveNppos"));

        Assert.Equal(["GH", "KE", .. SandboxPartner.All.Select(partner => partner.Code)], listed.All("Country"));
        Assert.All(listed.Body.Descendants("certificateType"), type => Assert.NotEmpty(type.Attribute("value")!.Value));
        Assert.Equal(["KE"], (await _kenya.CallAsync(Host, Soap.Empty("GetProfile"))).All("Country"));
    }

    [Theory]
    [InlineData("GetAdditionalDeclarations"), InlineData("GetConditions"), InlineData("GetIntendedUses")]
    [InlineData("GetMeanOfTransports"), InlineData("GetPackageTypes"), InlineData("GetPesticides"), InlineData("GetProductDescriptions")]
    [InlineData("GetStatements"), InlineData("GetTreatmentTypes"), InlineData("GetUnitMeasures")]
    public async Task Code_lists_have_rows_marked_as_samples(string operation)
    {
        var rows = (await _kenya.CallAsync(Host, Soap.Empty(operation))).Body.Elements().ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("sandbox sample", row.Element("lastModifiedBy")!.Value));
    }

    private Task<SoapAnswer> TrackAsync(string number) => _kenya.CallAsync(Host, Soap.Numbered("GetEnvelopeTrackingInfo", number));

    private Task<SandboxCall> LastCallAsync() =>
        Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync(call => call.Operation == "DeliverEnvelope"));
}

public sealed class SandboxServiceOnSqliteTests() : SandboxServiceTests(DatabaseKind.Sqlite);

public sealed class SandboxServiceOnPostgreSqlTests() : SandboxServiceTests(DatabaseKind.PostgreSql);
