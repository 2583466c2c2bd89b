using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Features.TestEvidence.UseCases;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.TestEvidence;

/// <summary>The data of one environment in a console of the other, as people copy them.</summary>
public abstract class CopiedDataTests(DatabaseKind kind) : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Production = new() { ["Hub:Environment"] = "Production" };

    private TestDatabase? _database;
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Guid _used;
    private Guid _waiting;

    private TestDatabase Database => _database!;

    /// <summary>An organization of Test with a connection, a certificate in use, one that waits, and what the sandbox saw.</summary>
    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        await using var test = await ConsoleHost.StartOnAsync(Database);
        _nppo = (await test.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await test.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        await test.ConnectAsync(_nppo, _boss);
        _used = await test.InUseAsync(_nppo, _boss);
        using var made = MadeCertificate.Ec();
        _waiting = (await test.UploadAsync(_nppo, _boss, made)).Value;
        await test.AddAsync(new SandboxMilestone
        {
            NppoId = _nppo, Kind = SandboxFirst.Sent, At = test.Now(), ConnectionCode = "CI", TrackingNumber = "0195-4711",
        });
        Assert.All(await StatesAsync(test), state => Assert.Equal(IntegrationStepState.Done, state));
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task In_production_they_prove_nothing_and_cannot_be_put_to_use()
    {
        await using var host = await ConsoleHost.StartOnAsync(Database, Production);

        Assert.All(await StatesAsync(host), state => Assert.Equal(IntegrationStepState.Open, state));
        Assert.Equal(CertificateErrors.Blocked, (await host.ActivateAsync(_nppo, _boss, _waiting)).Error);
        var list = await host.CertificatesAsync(_nppo, _boss);
        Assert.All(list.Open.Concat(list.Unfit), item => Assert.Equal(
            FindingCode.OtherEnvironment, Assert.Single(item.Findings, one => one.Severity == FindingSeverity.Blocking).Code));
        Assert.Equal(_waiting, Assert.Single(list.Unfit).Certificate.Id);
        var officer = await host.AppointAsync(HubRole.Auditor);
        var built = (await host.Get<ViewIntegration>().HandleAsync(_nppo, officer, default)).Value.Built!;
        Assert.Equal(HubEnvironment.Production, built.Here);
        // A connection of Test is not one that lacks a certificate.
        Assert.Empty(built.Unproven);
        // What a test console signed it does not sign any more.
        Assert.Equal(AccessErrors.NotFound, (await host.Get<FetchTestEvidence>().HandleAsync(_nppo, _boss, default)).Error);
    }

    [Fact]
    public async Task In_production_the_same_key_is_refused_whatever_became_of_the_row()
    {
        await using var host = await ConsoleHost.StartOnAsync(Database, Production);
        Assert.True((await host.Get<RevokeCertificate>().HandleAsync(
            new(_nppo, _used, RevocationReason.NoLongerUsed, null), _boss, default)).IsSuccess);
        var pem = (await host.CertificateAsync(_used)).Pem;

        Assert.Equal(CertificateErrors.OfOtherEnvironment,
            (await host.Get<UploadCertificate>().HandleAsync(
                new(_nppo, "Server", CertificateUsage.Signing, pem), _boss, default)).Error);
        var fresh = await host.InUseAsync(_nppo, _boss);
        Assert.Equal(HubEnvironment.Production, (await host.CertificateAsync(fresh)).Environment);
    }

    [Fact]
    public async Task A_connection_is_of_production_once_somebody_has_saved_it_there()
    {
        await using var host = await ConsoleHost.StartOnAsync(Database, Production);
        await host.StoreAsync(db => db.Set<Nppo>().ExecuteUpdateAsync(set => set.SetProperty(n => n.Status, NppoStatus.Live)));
        Assert.False(await SendsAsync(host));
        var connection = await host.StoreAsync(db => db.Set<Connection>().AsNoTracking().SingleAsync());

        Assert.True((await host.Get<SaveConnection>().HandleAsync(
            new(_nppo, connection.Id, connection.Version, connection.Settings), _boss, default)).IsSuccess);

        Assert.Equal(HubEnvironment.Production, await host.StoreAsync(db => db.Set<Connection>().Select(c => c.Environment).SingleAsync()));
        Assert.Equal(IntegrationStepState.Done, (await StatesAsync(host))[0]);
        Assert.True(await SendsAsync(host));
        var entry = await host.StoreAsync(db => db.Set<AuditEntry>().SingleAsync(each => each.Code == ConnectionChanged.Name));
        Assert.Contains("environment.before", entry.Facts, StringComparison.Ordinal);
        Assert.Contains("Production", entry.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_test_the_rows_of_production_are_no_evidence_either()
    {
        await SetEnvironmentAsync(HubEnvironment.Production);
        await using var host = await ConsoleHost.StartOnAsync(Database);

        Assert.Equal([IntegrationStepState.Open, IntegrationStepState.Open, IntegrationStepState.Done], await StatesAsync(host));
        var pem = (await host.CertificateAsync(_waiting)).Pem;
        Assert.Equal(CertificateErrors.OfOtherEnvironment,
            (await host.Get<UploadCertificate>().HandleAsync(
                new(_nppo, "Server", CertificateUsage.ClientAuthentication, pem), _boss, default)).Error);
    }

    [Fact]
    public async Task Rows_of_before_belong_to_the_console_that_starts_with_them_and_to_no_later_one()
    {
        await SetEnvironmentAsync(null);
        Assert.All(await EnvironmentsAsync([]), Of(HubEnvironment.Test));
        Assert.All(await EnvironmentsAsync(Production), Of(HubEnvironment.Test));

        await SetEnvironmentAsync(null);
        Assert.All(await EnvironmentsAsync(Production), Of(HubEnvironment.Production));

        static Action<HubEnvironment?> Of(HubEnvironment expected) => found => Assert.Equal(expected, found);
    }

    private static async Task<bool> SendsAsync(ConsoleHost host) =>
        (await host.Get<ListParticipation>().HandleAsync(new("CI", null, null), default)).Rows.First(row => row.Country.Code == "CI").Sends;

    /// <summary>After a start with these settings.</summary>
    private async Task<IReadOnlyList<HubEnvironment?>> EnvironmentsAsync(Dictionary<string, string?> settings)
    {
        await using var host = await ConsoleHost.StartOnAsync(Database, settings);
        return await host.StoreAsync(async db => (IReadOnlyList<HubEnvironment?>)
        [
            .. await db.Set<Connection>().Select(c => c.Environment).ToListAsync(),
            .. await db.Set<DigitalCertificate>().Select(c => c.Environment).ToListAsync(),
        ]);
    }

    private async Task SetEnvironmentAsync(HubEnvironment? environment)
    {
        await using var host = await ConsoleHost.StartOnAsync(Database);
        await host.StoreAsync(async db =>
            await db.Set<Connection>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, environment))
                + await db.Set<DigitalCertificate>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, environment)));
    }

    private async Task<IReadOnlyList<IntegrationStepState>> StatesAsync(ConsoleHost host)
    {
        var progress = (await host.Get<ViewIntegration>().HandleAsync(_nppo, _boss, default)).Value.Progress;
        return
        [
            .. new[] { IntegrationStep.ConnectionSet, IntegrationStep.CertificateUploaded, IntegrationStep.FirstSent }
                .Select(step => progress.Steps.Single(each => each.Step == step).State),
        ];
    }
}

public sealed class CopiedDataOnSqlite() : CopiedDataTests(DatabaseKind.Sqlite);

public sealed class CopiedDataOnPostgreSql() : CopiedDataTests(DatabaseKind.PostgreSql);
