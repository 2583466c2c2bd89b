using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Sandbox;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>A connection that serves other countries, and codes that were never meant to be codes.</summary>
public abstract class SandboxServedTests(DatabaseKind kind) : UseCaseTests(kind)
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
    public async Task It_carries_the_certificates_of_the_countries_that_it_serves_both_ways_and_of_no_other()
    {
        Assert.Equal("FailedDelivery", await CheckedAsync(_kenya, "KE", "GH", exporter: "UG", importer: "GH"));
        Assert.Equal("FailedDelivery", await CheckedAsync(_ghana, "GH", "KE", exporter: "GH", importer: "UG"));

        await ServeAsync("UG");

        Assert.Equal("PendingDelivery", await CheckedAsync(_kenya, "KE", "GH", exporter: "UG", importer: "GH"));
        Assert.Equal("PendingDelivery", await CheckedAsync(_ghana, "GH", "KE", exporter: "GH", importer: "UG"));
        Assert.Equal("FailedDelivery", await CheckedAsync(_kenya, "KE", "GH", exporter: "TZ", importer: "GH"));
        Assert.Equal("FailedDelivery", await CheckedAsync(_ghana, "GH", "GH", exporter: "UG", importer: "GH"));
        Assert.Equal(2, await Host.StoreAsync(db => db.Set<SandboxMilestone>().CountAsync(done => done.Kind == SandboxFirst.Sent)));
    }

    [Fact]
    public async Task Who_has_a_certificate_checked_is_told_which_of_its_countries_are_partners_of_the_sandbox()
    {
        var xml = SampleCertificate.Make(new("KE", "XB2", 851, 70, "SAMPLE-1"), Host.Now());

        var findings = await _kenya.CallAsync(
            Host, $"<e:ValidatePhytoXML><e:ePhytoXML>{System.Security.SecurityElement.Escape(xml)}</e:ePhytoXML></e:ValidatePhytoXML>");

        var finding = Assert.Single(findings.Body.Elements(HubNames.Service + "ValidationResult"));
        Assert.Equal("INFO", finding.Element("level")!.Value);
        Assert.EndsWith("ImportSPSCountry/ID", finding.Element("field")!.Value, StringComparison.Ordinal);
        Assert.Contains("“XB” is no country of ISO 3166", finding.Element("msg")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_to_a_served_country_is_told_by_which_connection_it_receives()
    {
        await ServeAsync("UG");

        var sent = await _ghana.SendAsync(Host, "UG");

        Assert.Equal("FailedDelivery", sent["HUBTrackingInfo"]);
        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((SandboxReason.RecipientServed, "UG → KE"), (call.Explanations[0].Reason, call.Explanations[0].Detail));
    }

    [Fact]
    public async Task Who_serves_a_country_is_told_that_its_own_code_stands_for_it_on_both_sides()
    {
        await ServeAsync("UG");

        Assert.Equal("FailedDelivery", (await _kenya.SendAsync(Host, "UG"))["HUBTrackingInfo"]);
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("FailedDelivery", (await _kenya.SendAsync(Host, "GH", from: "UG"))["HUBTrackingInfo"]);
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        // Whoever does not serve it only reads that it is not theirs.
        Assert.Equal("FailedDelivery", (await _ghana.SendAsync(Host, "KE", from: "UG"))["HUBTrackingInfo"]);

        var calls = await Host.StoreAsync(db => db.Set<SandboxCall>().OrderBy(call => call.At).ToListAsync());
        Assert.Equal(
            [(SandboxReason.RecipientServedByYou, "UG → KE"), (SandboxReason.FromServed, "UG → KE"),
                (SandboxReason.FromNotYours, "UG ≠ GH")],
            calls.Select(call => (call.Explanations[0].Reason, call.Explanations[0].Detail)));
    }

    [Theory]
    [InlineData("' or '1'='1"), InlineData("%"), InlineData("*"), InlineData("'] | //*['"), InlineData("KE' --"), InlineData("_E")]
    public async Task What_looks_like_a_question_to_a_store_is_a_code_like_any_other(string odd)
    {
        var written = System.Net.WebUtility.HtmlEncode(odd);
        var number = (await _kenya.SendAsync(Host, "GH", number: written))["hubDeliveryNumber"];

        Assert.Equal("FailedDelivery", (await _kenya.SendAsync(Host, written))["HUBTrackingInfo"]);
        Assert.Equal("FailedDelivery", (await _kenya.SendAsync(Host, "GH", from: written))["HUBTrackingInfo"]);
        Assert.Empty((await _ghana.CallAsync(
            Host, $"<e:GetImportEnvelopeHeaders><e:countryCode>{written}</e:countryCode></e:GetImportEnvelopeHeaders>")).All("From"));
        var pulled = await _ghana.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", number));
        Assert.Equal(odd, pulled["NPPOCertificateNumber"]);
    }

    private async Task<string> CheckedAsync(CallingSystem system, string from, string to, string exporter, string importer)
    {
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        var certificate = SampleCertificate.Make(new(exporter, importer, 851, 70, "2026-1"), Host.Now());
        return (await system.SendAsync(Host, to, certificate, from, operation: "ValidateAndDeliverEnvelope"))["HUBTrackingInfo"];
    }

    private async Task ServeAsync(string country)
    {
        var contact = ServingWorld.Contact(country, $"contact.{country}@example.org", Host.Now());
        var connection = await Host.StoreAsync(db => db.Set<Ephyto.Domain.Connections.Connection>().AsNoTracking()
            .SingleAsync(one => one.Code == "KE"));
        var serving = ServedCountry.Ask(
            new(_kenya.NppoId, "KE", connection.Ref, IsSet: true), country, null, contact, Guid.NewGuid(), Host.Now()).Value;
        Assert.True(serving.Confirm(contact, new(true, true), false, SelfConfirmationRule.Allow, Host.Now()).IsSuccess);
        await Host.AddAsync(contact, serving);
    }
}

public sealed class SandboxServedOnSqlite() : SandboxServedTests(DatabaseKind.Sqlite);

public sealed class SandboxServedOnPostgreSql() : SandboxServedTests(DatabaseKind.PostgreSql);
