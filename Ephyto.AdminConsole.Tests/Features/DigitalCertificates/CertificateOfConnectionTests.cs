using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>Each connection of an organization has certificates of its own: by them the Hub knows which one calls.</summary>
public abstract class CertificateOfConnectionTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
    }

    [Fact]
    public async Task What_was_there_before_the_first_connection_belongs_to_it_and_not_to_the_second()
    {
        var used = await Host.InUseAsync(_nppo, _boss);
        var revoked = await Host.InUseAsync(_nppo, _boss);
        await Host.Get<RevokeCertificate>().HandleAsync(new(_nppo, revoked, RevocationReason.KeyLost, null), _boss, default);
        Assert.Null((await Host.CertificateAsync(used)).ConnectionId);

        var first = await Host.ConnectAsync(_nppo, _boss);
        await Host.ConnectAsync(_nppo, _boss);

        foreach (var id in new[] { used, revoked })
            Assert.Equal((first, "CI"), await Host.CertificateAsync(id) is var one ? (one.ConnectionId, one.ConnectionCode) : default);
        Assert.Equal(2, await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Code == CertificateAssigned.Name)));
    }

    [Fact]
    public async Task With_one_connection_it_is_clear_whose_it_is_and_with_two_it_has_to_be_said()
    {
        using var made = MadeCertificate.Ec();
        using var another = MadeCertificate.Ec();
        var first = await Host.ConnectAsync(_nppo, _boss);
        Assert.Equal(first, (await Host.CertificateAsync((await Host.UploadAsync(_nppo, _boss, made)).Value)).ConnectionId);
        var second = await Host.ConnectAsync(_nppo, _boss);

        Assert.Equal(CertificateErrors.ConnectionNeeded, (await Host.UploadAsync(_nppo, _boss, another)).Error);
        Assert.Equal(CertificateErrors.ConnectionNeeded, (await Host.UploadAsync(_nppo, _boss, another, connection: Guid.NewGuid())).Error);
        var id = (await Host.UploadAsync(_nppo, _boss, another, connection: second)).Value;

        Assert.Equal((second, "CI2"), await Host.CertificateAsync(id) is var one ? (one.ConnectionId, one.ConnectionCode) : default);
        Assert.Equal(CertificateErrors.Present, (await Host.UploadAsync(_nppo, _boss, made, connection: second)).Error);
        var file = (await Host.Get<FetchCertificate>().HandleAsync(new(_nppo, id), _boss, default)).Value;
        Assert.StartsWith("ephyto-ci2-", file.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_in_use_is_moved_to_the_connection_that_uses_it()
    {
        var first = await Host.ConnectAsync(_nppo, _boss);
        var second = await Host.ConnectAsync(_nppo, _boss);
        var here = await Host.InUseAsync(_nppo, _boss, connection: first);
        var there = await Host.InUseAsync(_nppo, _boss, connection: second);
        Assert.Equal(CertificateErrors.NotReplaceable,
            (await Host.Get<SupersedeCertificate>().HandleAsync(new(_nppo, here, there), _boss, default)).Error);

        Assert.Equal(CertificateErrors.ConnectionNeeded, (await AssignAsync(there, Guid.NewGuid())).Error);
        // Whoever saw it elsewhere looks again.
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<AssignCertificate>().HandleAsync(new(_nppo, there, first, first), _boss, default)).Error);
        Assert.True((await AssignAsync(there, first)).IsSuccess);

        Assert.True((await Host.Get<SupersedeCertificate>().HandleAsync(new(_nppo, here, there), _boss, default)).IsSuccess);
        Assert.Equal(CertificateErrors.NotPossibleNow, (await AssignAsync(here, second)).Error);
    }

    [Fact]
    public async Task The_step_is_done_when_every_connection_has_one_in_use()
    {
        await Host.InUseAsync(_nppo, _boss);
        Assert.True(await IsDoneAsync());
        await Host.ConnectAsync(_nppo, _boss);
        Assert.True(await IsDoneAsync());

        var second = await Host.ConnectAsync(_nppo, _boss);
        Assert.False(await IsDoneAsync());

        Host.Time.Advance(TimeSpan.FromHours(1));
        await Host.InUseAsync(_nppo, _boss, connection: second);
        Assert.True(await IsDoneAsync());
        Assert.Equal(Host.Now(), (await StepAsync()).Seen);
    }

    [Fact]
    public async Task Certificates_of_an_earlier_console_belong_to_the_first_connection_of_their_organization()
    {
        var (abroad, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var stranger = await Host.ActiveMemberAsync(abroad.Id, NppoRole.Administrator, "stranger@example.org");
        var waits = await Host.InUseAsync(abroad.Id, stranger);
        var first = await Host.ConnectAsync(_nppo, _boss);
        var second = await Host.ConnectAsync(_nppo, _boss);
        var old = await Host.InUseAsync(_nppo, _boss, connection: second);

        await Host.StoreAsync(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("SavedViews");
            await migrator.MigrateAsync();
            return true;
        });

        Assert.Equal((first, "CI"), await Host.CertificateAsync(old) is var one ? (one.ConnectionId, one.ConnectionCode) : default);
        Assert.Null((await Host.CertificateAsync(waits)).ConnectionId);
        var theirs = await Host.ConnectAsync(abroad.Id, stranger);
        Assert.Equal(theirs, (await Host.CertificateAsync(waits)).ConnectionId);
    }

    private async Task<Result<CertificateStatus>> AssignAsync(Guid certificate, Guid connection) =>
        await Host.Get<AssignCertificate>().HandleAsync(
            new(_nppo, certificate, (await Host.CertificateAsync(certificate)).ConnectionId, connection), _boss, CancellationToken.None);

    private async Task<StepProgress> StepAsync() =>
        (await Host.Get<ViewIntegration>().HandleAsync(_nppo, _boss, default)).Value.Progress.Steps
            .Single(step => step.Step == IntegrationStep.CertificateUploaded);

    private async Task<bool> IsDoneAsync() => (await StepAsync()).IsDone;
}

public sealed class CertificateOfConnectionOnSqlite() : CertificateOfConnectionTests(DatabaseKind.Sqlite);

public sealed class CertificateOfConnectionOnPostgreSql() : CertificateOfConnectionTests(DatabaseKind.PostgreSql);
