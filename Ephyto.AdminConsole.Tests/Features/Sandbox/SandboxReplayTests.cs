using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>What was said before is said again, and what is somebody else's is asked for.</summary>
public abstract class SandboxReplayTests(DatabaseKind kind) : UseCaseTests(kind)
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
    public async Task The_same_envelope_twice_is_two_and_the_second_is_told_to_be_one_again()
    {
        var certificate = _kenya.CertificateFor(Host, "GH");
        var first = await _kenya.SendAsync(Host, "GH", certificate);
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await _kenya.SendAsync(Host, "GH", certificate);

        Assert.NotEqual(first["hubDeliveryNumber"], second["hubDeliveryNumber"]);
        Assert.Equal("PendingDelivery", second["HUBTrackingInfo"]);
        var calls = await Host.StoreAsync(db => db.Set<SandboxCall>().OrderBy(call => call.At).ToListAsync());
        Assert.Equal([0, 1], calls.Select(call => call.Explanations.Count(said => said.Reason == SandboxReason.SentBefore)));
        Assert.Equal(first["hubDeliveryNumber"], await Host.StoreAsync(db => db.Set<SandboxMilestone>()
            .Where(done => done.Kind == SandboxFirst.Sent).Select(done => done.TrackingNumber).SingleAsync()));
    }

    [Fact]
    public async Task A_number_in_an_envelope_that_is_sent_gives_nobody_the_envelope_of_that_number()
    {
        var number = (await _kenya.SendAsync(Host, "KE", "<mine/>"))["hubDeliveryNumber"];

        var claimed = $"<h:hubDeliveryNumber>{number}</h:hubDeliveryNumber><h:HUBTrackingInfo>Delivered</h:HUBTrackingInfo>";
        var sent = await _ghana.CallAsync(
            Host, Soap.Deliver("GH", "GH", "<theirs/>").Replace("<h:Content>", $"{claimed}<h:Content>", StringComparison.Ordinal));

        Assert.NotEqual(number, sent["hubDeliveryNumber"]);
        Assert.Equal("PendingDelivery", sent["HUBTrackingInfo"]);
        Assert.Equal("<mine/>", (await _kenya.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", number)))["Content"]);
    }

    [Fact]
    public async Task Nobody_fetches_follows_or_finishes_what_is_somebody_elses_and_no_number_asks_for_more_than_one()
    {
        var number = (await _kenya.SendAsync(Host, "KE", "<mine/>"))["hubDeliveryNumber"];
        foreach (var asked in new[]
        {
            number, number.ToUpperInvariant(), $" {number} ", "%", "*", "' or '1'='1", "'] | //*['", "\"] | //Envelope[\"",
            "../../Envelope", "//hub:Envelope", new string('1', 5_000),
        })
        {
            var written = System.Net.WebUtility.HtmlEncode(asked);
            Assert.Equal("EnvelopeNotExists",
                (await _ghana.CallAsync(Host, Soap.Numbered("GetEnvelopeTrackingInfo", written)))["HUBTrackingInfo"]);
            Assert.Empty((await _ghana.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", written))).All("Content"));
            Assert.NotNull((await _ghana.CallAsync(Host, Soap.Numbered("AcknowledgeEnvelopeReceipt", written))).Fault);
            Assert.NotNull((await _ghana.CallAsync(Host, $"""
                <e:SetTrackingInfoUpdate><e:header><h:From>KE</h:From><h:To>KE</h:To><h:CertificateType>851</h:CertificateType>
                <h:CertificateStatus>70</h:CertificateStatus><h:NPPOCertificateNumber>2026-1</h:NPPOCertificateNumber>
                <h:hubDeliveryNumber>{written}</h:hubDeliveryNumber><h:HUBTrackingInfo>Delivered</h:HUBTrackingInfo>
                </e:header></e:SetTrackingInfoUpdate>
                """)).Fault);
        }

        Assert.Equal("PendingDelivery",
            (await _kenya.CallAsync(Host, Soap.Numbered("GetEnvelopeTrackingInfo", number)))["HUBTrackingInfo"]);
        Assert.DoesNotContain(await Host.StoreAsync(db => db.Set<SandboxCall>().Where(call => call.NppoId == _ghana.NppoId).ToListAsync()),
            call => call.TrackingNumber == number);
    }
}

public sealed class SandboxReplayOnSqliteTests() : SandboxReplayTests(DatabaseKind.Sqlite);

public sealed class SandboxReplayOnPostgreSqlTests() : SandboxReplayTests(DatabaseKind.PostgreSql);
