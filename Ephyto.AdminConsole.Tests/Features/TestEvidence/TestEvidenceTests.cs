using System.Security.Cryptography;
using System.Text;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.AdminConsole.Features.TestEvidence.UseCases;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Sandbox;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.TestEvidence;

/// <summary>From a test console to a console of Production, by a signed file.</summary>
public abstract partial class TestEvidenceTests(DatabaseKind kind) : IAsyncLifetime
{
    private ConsoleHost? _test;
    private ConsoleHost? _production;
    private Guid _there;
    private Guid _here;
    private Actor _bossThere = Actor.Anonymous;
    private Actor _boss = Actor.Anonymous;

    private ConsoleHost There => _test!;

    private ConsoleHost Host => _production!;

    public async ValueTask InitializeAsync()
    {
        _test = await ConsoleHost.StartAsync(kind);
        _production = await ConsoleHost.StartAsync(kind, new Dictionary<string, string?>
        {
            ["Hub:Environment"] = "Production", ["Hub:TestConsoleKey"] = await There.Get<EvidenceKeys>().PublicPemAsync(default),
        });
        (_there, _bossThere) = await SetUpAsync(There);
        (_here, _boss) = await SetUpAsync(Host);
    }

    public async ValueTask DisposeAsync()
    {
        if (_production is not null) await _production.DisposeAsync();
        if (_test is not null) await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_the_sandbox_saw_counts_in_production_and_what_was_typed_does_not()
    {
        await SawAsync(SandboxFirst.Sent, "0195-4711");
        await SawAsync(SandboxFirst.Acknowledged, "0195-4712");
        await SendBackThereAsync(IntegrationStep.FirstAcknowledged);
        await There.Get<ReportStep>().HandleAsync(
            new(_there, await There.LookAtStepAsync(_there, IntegrationStep.FirstReceived, _bossThere), "Number 1"), _bossThere, default);
        var file = await DownloadAsync();

        Assert.Equal(MadeEvidence.At.AddHours(25), (await TakeInAsync(file)).Value);

        var sent = await StepAsync(IntegrationStep.FirstSent);
        Assert.Equal((IntegrationStepState.Done, "0195-4711", MadeEvidence.At, true),
            (sent.State, sent.TrackingNumber, sent.Seen, sent.IsFromTest));
        Assert.Equal(IntegrationStepState.Open, (await StepAsync(IntegrationStep.FirstReceived)).State);
        Assert.Equal(IntegrationStepState.Open, (await StepAsync(IntegrationStep.FirstAcknowledged)).State);
        // Nobody else's, and as it was signed.
        var view = (await Host.Get<ViewEvidence>().HandleAsync(_here, _boss, default)).Value;
        Assert.Equal((_boss.Id, Host.Now()), (view.Taken!.TakenBy, view.Taken.TakenAt));
        Assert.Equal(file, (await Host.Get<FetchTestEvidence>().HandleAsync(_here, _boss, default)).Value.Bytes);
        var entry = await Host.StoreAsync(db => db.Set<AuditEntry>().SingleAsync(each => each.Code == TestEvidenceTakenIn.Name));
        Assert.Equal(_boss.Id, entry.ActorId);
    }

    [Fact]
    public async Task What_a_test_console_saw_it_shows_as_seen_by_itself()
    {
        await SawAsync(SandboxFirst.Sent, "0195-4711");

        var step = await There.LookAtStepAsync(_there, IntegrationStep.FirstSent, _bossThere);
        var seen = (await There.Get<ViewIntegration>().HandleAsync(_there, _bossThere, default)).Value.Progress.Steps
            .Single(each => each.Step == IntegrationStep.FirstSent);

        Assert.Equal(MadeEvidence.At.AddMilliseconds(5), step.Seen);
        Assert.Equal(("0195-4711", false), (seen.TrackingNumber, seen.IsFromTest));
        Assert.Equal(TestEvidenceErrors.NotHere, (await There.Get<TakeInEvidence>()
            .HandleAsync(new(_there, await DownloadAsync()), _bossThere, default)).Error);
    }

    [Fact]
    public async Task An_older_file_never_comes_back_over_a_newer_one()
    {
        var first = await DownloadAsync();
        await SawAsync(SandboxFirst.Sent, "0195-4711");
        There.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await DownloadAsync();
        Assert.True((await TakeInAsync(second)).IsSuccess);

        Assert.Equal(TestEvidenceErrors.Older, (await TakeInAsync(first)).Error);
        Assert.Equal(TestEvidenceErrors.TakenAlready, (await TakeInAsync(second)).Error);

        Assert.Equal("0195-4711", (await StepAsync(IntegrationStep.FirstSent)).TrackingNumber);
        There.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await TakeInAsync(await DownloadAsync())).IsSuccess);
    }

    [Fact]
    public async Task Two_files_at_once_leave_the_newer_one()
    {
        var older = await DownloadAsync();
        There.Time.Advance(TimeSpan.FromMinutes(1));
        var newer = await DownloadAsync();

        var taken = await Task.WhenAll(new[] { older, newer, older, newer }.Select(file => Task.Run(() => TakeInAsync(file))));

        Assert.Contains(taken, each => each.IsSuccess);
        Assert.All(taken.Where(each => !each.IsSuccess), each => Assert.Contains(
            each.Error, new[] { TestEvidenceErrors.Older, TestEvidenceErrors.TakenAlready }));
        Assert.Equal(MadeEvidence.At.AddHours(25).AddMinutes(1),
            (await Host.Get<ViewEvidence>().HandleAsync(_here, _boss, default)).Value.Taken!.MadeAt);
    }

    [Fact]
    public async Task A_file_that_somebody_made_or_changed_is_refused_in_plain_words()
    {
        await SawAsync(SandboxFirst.Sent, "0195-4711");
        var file = await DownloadAsync();
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = MadeEvidence.Of("CI").Signed(stranger);
        using var own = await There.Get<EvidenceKeys>().TakeAsync(default);

        await RefusedAsync(TestEvidenceErrors.Changed, file.Saying("payload", "0195-4711", "0195-4712"));
        await RefusedAsync(TestEvidenceErrors.OtherConsole, forged);
        // It names the trusted key, and was signed by another one.
        await RefusedAsync(TestEvidenceErrors.Changed, forged.Saying("protected", IdOf(stranger), IdOf(own)));
        await RefusedAsync(TestEvidenceErrors.NotEvidence, file.Saying("protected", "ES256", "none").With("signature", _ => ""));
        await RefusedAsync(TestEvidenceErrors.NotEvidence, file.Saying("protected", "ES256", "none"));
        await RefusedAsync(TestEvidenceErrors.NotEvidence, []);
        await RefusedAsync(TestEvidenceErrors.NotEvidence, Encoding.UTF8.GetBytes(new string('[', 100_000)));
        await RefusedAsync(TestEvidenceErrors.TooLarge, new byte[TakeInEvidence.LargestFile + 1]);
        await RefusedAsync(TestEvidenceErrors.OtherCountry, MadeEvidence.Of("GH").Signed(own));
        await RefusedAsync(
            TestEvidenceErrors.NotOfTest, (MadeEvidence.Of("CI") with { Environment = HubEnvironment.Production }).Signed(own));
        await RefusedAsync(TestEvidenceErrors.FromFuture, MadeEvidence.Of("CI", Host.Now().AddDays(1)).Signed(own));
        await RefusedAsync(TestEvidenceErrors.UnknownFormat, FlattenedJws.Sign("{\"format\":2}"u8.ToArray(), own));
        await RefusedAsync(TestEvidenceErrors.UnknownFormat, FlattenedJws.Sign(Encoding.UTF8.GetBytes(new string('[', 100_000)), own));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<TakenEvidence>().CountAsync()));

        Assert.True((await TakeInAsync(file)).IsSuccess);
    }

    [Fact]
    public async Task Without_a_key_in_the_settings_nothing_is_taken_in()
    {
        await using var host = await ConsoleHost.StartAsync(kind, new Dictionary<string, string?> { ["Hub:Environment"] = "Production" });
        var (nppo, boss) = await SetUpAsync(host);

        Assert.Equal(TestEvidenceErrors.NotConfigured,
            (await host.Get<TakeInEvidence>().HandleAsync(new(nppo, await DownloadAsync()), boss, default)).Error);
        Assert.Equal(AccessErrors.NotFound, (await host.Get<FetchTestEvidence>().HandleAsync(nppo, boss, default)).Error);
    }

    [Fact]
    public async Task The_hub_takes_in_too_and_whoever_is_neither_does_not()
    {
        var hub = await Host.AppointAsync(HubRole.HubAdministrator);
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        var integrator = await Host.ActiveMemberAsync(_here, NppoRole.Integrator, "integrator@example.org");
        var file = await DownloadAsync();

        foreach (var actor in new[] { integrator, auditor, Actor.Anonymous })
            Assert.Equal(AccessErrors.NotAllowed, (await TakeInAsync(file, actor)).Error);
        Assert.True((await TakeInAsync(file, hub)).IsSuccess);
        Assert.True((await Host.Get<FetchTestEvidence>().HandleAsync(_here, auditor, default)).IsSuccess);
        Assert.Equal(AccessErrors.NotAllowed, (await Host.Get<FetchTestEvidence>().HandleAsync(_here, integrator, default)).Error);
    }

    private static string IdOf(ECDsa key) => PublicKeyFile.IdOf(key.ExportSubjectPublicKeyInfo());

    private static async Task<(Guid Nppo, Actor Boss)> SetUpAsync(ConsoleHost host, string country = "CI", string boss = "boss@example.org")
    {
        var nppo = (await host.ConfirmedNppoAsync(country)).Nppo.Id;
        return (nppo, await host.ActiveMemberAsync(nppo, NppoRole.Administrator, boss));
    }

    private Task SawAsync(SandboxFirst first, string number) => There.AddAsync(new SandboxMilestone
    {
        NppoId = _there, Kind = first, At = MadeEvidence.At.AddMilliseconds(5), ConnectionCode = "CI", TrackingNumber = number,
    });

    private Task<int> SendBackThereAsync(IntegrationStep step) => There.StoreAsync(async db =>
    {
        var path = IntegrationPath.Of(_there);
        Assert.True(path.SendBack(step, "No.", There.Now(), Guid.NewGuid(), There.Now()).IsSuccess);
        Assert.True(path.Report(step, "Please", Guid.NewGuid(), There.Now()).IsSuccess);
        db.Add(path);
        return await db.SaveChangesAsync();
    });

    private async Task<byte[]> DownloadAsync()
    {
        var file = await There.Get<FetchTestEvidence>().HandleAsync(_there, _bossThere, default);
        Assert.Matches(@"^ephyto-evidence-ci-\d{4}-\d{2}-\d{2}\.json$", file.Value.Name);
        return file.Value.Bytes;
    }

    private Task<Result<DateTime>> TakeInAsync(byte[] file, Actor? actor = null) =>
        Host.Get<TakeInEvidence>().HandleAsync(new(_here, file), actor ?? _boss, default);

    private async Task RefusedAsync(DomainError refusal, byte[] file) => Assert.Equal(refusal, (await TakeInAsync(file)).Error);

    private async Task<StepProgress> StepAsync(IntegrationStep step) =>
        (await Host.Get<ViewIntegration>().HandleAsync(_here, _boss, default)).Value.Progress.Steps.Single(each => each.Step == step);
}

public sealed class TestEvidenceOnSqlite() : TestEvidenceTests(DatabaseKind.Sqlite);

public sealed class TestEvidenceOnPostgreSql() : TestEvidenceTests(DatabaseKind.PostgreSql);
