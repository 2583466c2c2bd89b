using System.Net;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.Sandbox;
using Ephyto.AdminConsole.Features.Sandbox.Partners;
using Ephyto.AdminConsole.Features.Sandbox.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>What becomes of envelopes and calls in the sandbox beside the call itself.</summary>
public abstract partial class SandboxTrafficTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private CallingSystem _kenya = null!;
    private CallingSystem _ghana = null!;

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Sandbox:EnvelopesKept"] = "30",
        ["Sandbox:MegabytesKept"] = "1",
        ["Sandbox:CallsPerMinute"] = "60",
        ["Sandbox:CallsKept"] = "10",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _kenya = await CallingSystem.SetUpAsync(Host, "KE");
        _ghana = await CallingSystem.SetUpAsync(Host, "GH");
    }

    [Fact]
    public async Task Partners_answer_each_in_their_way()
    {
        var numbers = SandboxPartner.All.ToDictionary(partner => partner.Behavior, _ => "");
        foreach (var partner in SandboxPartner.All)
            numbers[partner.Behavior] = (await _kenya.SendAsync(Host, partner.Code, "<mine/>"))["hubDeliveryNumber"];

        Host.Time.Advance(SandboxPartner.Pause);
        await Host.Get<PartnerClock>().AnswerAsync(default);

        foreach (var (behavior, state) in new[]
        {
            (PartnerBehavior.AcknowledgesAtOnce, "Delivered"), (PartnerBehavior.AcknowledgesLater, "Delivered"),
            (PartnerBehavior.WarnsOfSomething, "DeliveredWithWarnings"), (PartnerBehavior.CannotRead, "DeliveredNotReadable"),
            (PartnerBehavior.NeverAnswers, "PendingDelivery"), (PartnerBehavior.SendsCertificate, "Delivered"),
        })
            Assert.Equal((behavior, state), (behavior, (await TrackAsync(numbers[behavior]))["HUBTrackingInfo"]));
        var received = await _kenya.CallAsync(Host, Soap.Empty("PULLImportEnvelope"));
        Assert.Equal(["XF", "XG"], received.All("From"));
        Assert.Contains("SPSCertificate", received.All("Content")[0], StringComparison.Ordinal);
        Assert.Equal("<mine/>", received.All("Content")[1]);
    }

    [Fact]
    public async Task What_was_done_first_ticks_with_its_number_and_stays_when_calls_are_forgotten()
    {
        var mark = Host.Get<ILiveEvents>().Mark();
        // What is no certificate is taken, and ticks nothing.
        var letters = (await _kenya.SendAsync(Host, "GH", number: "2026-0"))["hubDeliveryNumber"];
        await _ghana.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", letters));
        await _ghana.CallAsync(Host, Soap.Numbered("AcknowledgeEnvelopeReceipt", letters));
        var number = (await _kenya.SendAsync(Host, "GH", _kenya.CertificateFor(Host, "GH")))["hubDeliveryNumber"];
        Assert.True(Host.Get<ILiveEvents>().HasToldSince(mark, [new(SubjectKinds.Sandbox, _ghana.NppoId)]));
        Assert.True(Host.Get<ILiveEvents>().HasToldSince(mark, [new(SubjectKinds.Nppo, _kenya.NppoId)]));
        await _kenya.SendAsync(Host, "GH", number: "2026-2");
        await _ghana.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", number));
        await _ghana.CallAsync(Host, Soap.Numbered("AcknowledgeEnvelopeReceipt", number));

        Host.Time.Advance(TimeSpan.FromDays(31));
        await Host.Get<ForgetOldTraffic>().RunAsync(default);

        var steps = await StepsAsync(_ghana.NppoId);
        Assert.Equal((IntegrationStepState.Done, number), (steps[IntegrationStep.FirstReceived].State,
            steps[IntegrationStep.FirstReceived].TrackingNumber));
        Assert.Equal(IntegrationStepState.Done, steps[IntegrationStep.FirstAcknowledged].State);
        Assert.Equal(IntegrationStepState.Open, steps[IntegrationStep.FirstSent].State);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<SandboxCall>().CountAsync()));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<SandboxEnvelope>().CountAsync()));
        var firsts = await Host.StoreAsync(db => db.Set<SandboxMilestone>().ToListAsync());
        Assert.Equal(
            [(_kenya.NppoId, SandboxFirst.Sent, number), (_ghana.NppoId, SandboxFirst.Received, number),
                (_ghana.NppoId, SandboxFirst.Acknowledged, number)],
            firsts.Where(first => first.Kind is not (SandboxFirst.CertificateUsed or SandboxFirst.ConnectionAnswered))
                .OrderBy(first => first.Kind)
                .Select(first => (first.NppoId, first.Kind, first.TrackingNumber!)));
    }

    [Fact]
    public async Task Quotas_hold_and_old_calls_of_a_busy_system_are_forgotten()
    {
        for (var each = 0; each < 30; each++)
        {
            Host.Time.Advance(TimeSpan.FromSeconds(1));
            await _kenya.SendAsync(Host, "KE", number: $"{each}");
        }

        Assert.Equal("FailedDelivery", (await _kenya.SendAsync(Host, "KE"))["HUBTrackingInfo"]);
        await Host.Get<ForgetOldTraffic>().RunAsync(default);
        Assert.Equal(10, await Host.StoreAsync(db => db.Set<SandboxCall>().CountAsync(call => call.NppoId == _kenya.NppoId)));

        SoapAnswer last;
        do last = await _kenya.CallAsync(Host, Soap.Empty("GetProfile"));
        while (last.Fault is null);
        Assert.Equal(HttpStatusCode.InternalServerError, last.Status);
        Assert.Contains("60", last.Fault, StringComparison.Ordinal);
        Assert.Null((await _ghana.CallAsync(Host, Soap.Empty("GetProfile"))).Fault);
    }

    [Fact]
    public async Task What_was_refused_takes_up_no_room_and_the_oldest_of_it_is_forgotten()
    {
        var large = new string('a', 400 * 1024);
        for (var each = 0; each < 35; each++)
        {
            Host.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("FailedDelivery",
                (await _kenya.SendAsync(Host, "ZZ", each < 3 ? large : "<a/>", number: $"{each}"))["HUBTrackingInfo"]);
        }

        // Of what is kept, one megabyte.
        Assert.Equal("PendingDelivery", (await _kenya.SendAsync(Host, "KE", large))["HUBTrackingInfo"]);
        Assert.Equal("PendingDelivery", (await _kenya.SendAsync(Host, "GH", large))["HUBTrackingInfo"]);
        Host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains(
            "no more envelopes", (await _kenya.SendAsync(Host, "GH", large))["hubDeliveryErrorMessage"], StringComparison.Ordinal);
        Assert.Equal("PendingDelivery", (await _ghana.SendAsync(Host, "GH", large))["HUBTrackingInfo"]);

        await Host.Get<ForgetOldTraffic>().RunAsync(default);

        var kept = await Host.StoreAsync(db => db.Set<SandboxEnvelope>().AsNoTracking().OrderBy(e => e.SentAt).ToListAsync());
        Assert.Equal(3, kept.Count(envelope => envelope.IsPending));
        Assert.Equal(
            [.. Enumerable.Range(6, 29).Select(each => $"{each}"), "2026-1"],
            kept.Where(envelope => !envelope.IsPending).Select(envelope => envelope.CertificateNumber));
    }

    [Fact]
    public async Task That_a_system_was_seen_is_said_beside_its_steps_and_ticks_nothing()
    {
        IntegrationStep[] seen = [IntegrationStep.ConnectionSet, IntegrationStep.CertificateUploaded];
        var before = await StepsAsync(_kenya.NppoId);
        Assert.All(seen, step => Assert.Null(before[step].Used));
        Assert.Equal("nppo/sandbox/first-call", before[IntegrationStep.FirstSent].TriedOn);

        await _kenya.CallAsync(Host, Soap.Empty("GetProfile"));
        var at = Host.Now();
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await _kenya.CallAsync(Host, Soap.Empty("GetActiveNppos"));
        var after = await StepsAsync(_kenya.NppoId);
        Assert.All(seen, step => Assert.Equal((at, before[step].State), (after[step].Used!.Value, after[step].State)));

        // Nor is it enough once the certificate is gone.
        await Host.StoreAsync(db => db.Set<DigitalCertificate>().ExecuteDeleteAsync());
        var gone = (await StepsAsync(_kenya.NppoId))[IntegrationStep.CertificateUploaded];
        Assert.Equal((at, IntegrationStepState.Open), (gone.Used!.Value, gone.State));
    }

    [Fact]
    public async Task A_report_by_hand_is_judged_unless_the_sandbox_sees_the_same()
    {
        var path = IntegrationPath.Of(_kenya.NppoId);
        Assert.True(path.Report(IntegrationStep.FirstSent, "Sent on Monday", Guid.NewGuid(), Host.Now()).IsSuccess);
        await Host.AddAsync(path);
        Assert.Equal(IntegrationStepState.Reported, (await StepsAsync(_kenya.NppoId))[IntegrationStep.FirstSent].State);

        await _kenya.SendAsync(Host, "GH", _kenya.CertificateFor(Host, "GH"));

        Assert.Equal(IntegrationStepState.Done, (await StepsAsync(_kenya.NppoId))[IntegrationStep.FirstSent].State);

        var sent = (await StepsAsync(_kenya.NppoId))[IntegrationStep.FirstSent];
        Assert.Equal(($"nppo/sandbox?search={sent.TrackingNumber}", $"hub/sandbox?search={sent.TrackingNumber}"),
            (sent.Calls, sent.HubCalls));

        // What the hub sent back afterwards is not done again by words alone.
        await Host.StoreAsync(async db =>
        {
            var said = await db.Set<IntegrationPath>().SingleAsync(one => one.Id == _kenya.NppoId);
            Assert.True(said.SendBack(IntegrationStep.FirstSent, "No.", Host.Now(), Guid.NewGuid(), Host.Now()).IsSuccess);
            Assert.True(said.Report(IntegrationStep.FirstSent, "Please", Guid.NewGuid(), Host.Now()).IsSuccess);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(IntegrationStepState.Reported, (await StepsAsync(_kenya.NppoId))[IntegrationStep.FirstSent].State);
    }

    [Theory]
    [InlineData("GH", "2026-2", "NPPOCertificateNumber", "NumberUnlikeHeader")]
    [InlineData("XA", null, "To", "ToUnlikeImport")]
    public async Task An_envelope_whose_header_contradicts_its_certificate_is_taken_and_ticks_nothing(
        string to, string? number, string field, string code)
    {
        var certificate = _kenya.CertificateFor(Host, "GH");
        if (number is null) await _kenya.SendAsync(Host, to, certificate);
        else await _kenya.SendAsync(Host, to, certificate, number: number);

        Assert.Equal(IntegrationStepState.Open, (await StepsAsync(_kenya.NppoId))[IntegrationStep.FirstSent].State);
        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal(SandboxOutcome.Answered, call.Outcome);
        var why = Assert.Single(call.Explanations);
        Assert.Equal((SandboxReason.SentWithFaults, field, code), (why.Reason, why.Detail, why.Met));
        Assert.Contains(number ?? to, why.Arguments!);
    }

    [Fact]
    public async Task A_sample_comes_when_somebody_asks_for_it()
    {
        var officer = await Host.ActiveMemberAsync(_kenya.NppoId, NppoRole.Administrator, "officer@example.org");

        var asked = await Host.Get<AskForSample>().HandleAsync(new(_kenya.NppoId, "KE"), officer, default);

        var pulled = await _kenya.CallAsync(Host, Soap.Numbered("PULLSingleImportEnvelope", asked.Value));
        Assert.Contains("SAMPLE", pulled["Content"], StringComparison.Ordinal);
        Assert.Equal(AccessErrors.NotFound, (await Host.Get<AskForSample>().HandleAsync(new(_kenya.NppoId, "GH"), officer, default)).Error);
        var errors = new List<DomainError?>();
        for (var again = 0; again < 10; again++)
            errors.Add((await Host.Get<AskForSample>().HandleAsync(new(_kenya.NppoId, "KE"), officer, default)).Error);
        Assert.Equal(SandboxErrors.TooOften, errors[^1]);
    }

    private Task<Dictionary<IntegrationStep, StepProgress>> StepsAsync(Guid nppoId) => Host.StoreAsync(async db =>
    {
        var nppo = await db.Set<Nppo>().SingleAsync(each => each.Id == nppoId);
        return (await Host.Get<IntegrationProgress>().ReadAsync(db, [nppo], default))[0].Steps.ToDictionary(step => step.Step);
    });

    private Task<SoapAnswer> TrackAsync(string number) => _kenya.CallAsync(Host, Soap.Numbered("GetEnvelopeTrackingInfo", number));
}

public sealed class SandboxTrafficOnSqliteTests() : SandboxTrafficTests(DatabaseKind.Sqlite);

public sealed class SandboxTrafficOnPostgreSqlTests() : SandboxTrafficTests(DatabaseKind.PostgreSql);
