using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>Two organizations hold the same certificate, which names no country.</summary>
public abstract class KeyOfSeveralTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private readonly X509Certificate2 _made = MadeCertificate.Ec(subject: "CN=System of somebody");
    private (Guid Nppo, Actor Boss) _owner;
    private (Guid Nppo, Actor Boss) _stranger;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _owner = (nppo, await Host.ActiveMemberAsync(nppo, NppoRole.Administrator, "boss@example.org"));
        var abroad = (await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" })).Nppo.Id;
        _stranger = (abroad, await Host.ActiveMemberAsync(abroad, NppoRole.Administrator, "stranger@example.org"));
    }

    [Fact]
    public async Task A_copy_that_is_not_in_use_blocks_nobody_and_who_activates_first_has_it()
    {
        var copy = await UploadAsync(_stranger);
        var ours = await UploadAsync(_owner);
        Assert.False(Assert.Single((await Host.CertificatesAsync(_owner.Nppo, _owner.Boss)).Open).IsBlocked);

        Assert.True((await ActivateAsync(_owner, ours)).IsSuccess);

        Assert.Equal(CertificateErrors.Blocked, (await ActivateAsync(_stranger, copy)).Error);
        Assert.Contains(Assert.Single((await Host.CertificatesAsync(_stranger.Nppo, _stranger.Boss)).Unfit).Findings,
            finding => finding.Code == FindingCode.UsedElsewhere);
        Assert.DoesNotContain(Assert.Single((await Host.CertificatesAsync(_owner.Nppo, _owner.Boss)).Open).Findings,
            finding => finding.Code == FindingCode.UsedElsewhere);
    }

    [Fact]
    public async Task What_is_uploaded_while_another_organization_uses_it_cannot_be_put_to_use_before_that_has_ended()
    {
        var ours = await UploadAsync(_owner);
        Assert.True((await ActivateAsync(_owner, ours)).IsSuccess);
        var copy = await UploadAsync(_stranger);
        Assert.Equal(CertificateErrors.Blocked, (await ActivateAsync(_stranger, copy)).Error);

        await Host.Get<Ephyto.AdminConsole.Features.DigitalCertificates.UseCases.RevokeCertificate>()
            .HandleAsync(new(_owner.Nppo, ours, RevocationReason.NoLongerUsed, null), _owner.Boss, CancellationToken.None);

        Assert.True((await ActivateAsync(_stranger, copy)).IsSuccess);
    }

    [Fact]
    public async Task Of_two_who_activate_at_the_same_instant_one_has_it()
    {
        for (var round = 0; round < 5; round++)
        {
            using var made = MadeCertificate.Ec(subject: "CN=System of somebody");
            var (copy, ours) = (await UploadAsync(_stranger, made), await UploadAsync(_owner, made));

            var outcomes = await Task.WhenAll(
                Task.Run(() => ActivateAsync(_owner, ours)), Task.Run(() => ActivateAsync(_stranger, copy)));

            Assert.Equal(CertificateErrors.Blocked, Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error);
        }
    }

    public override ValueTask DisposeAsync()
    {
        _made.Dispose();
        return base.DisposeAsync();
    }

    private async Task<Guid> UploadAsync((Guid Nppo, Actor Boss) who, X509Certificate2? made = null) =>
        (await Host.UploadAsync(who.Nppo, who.Boss, made ?? _made)).Value;

    private Task<Result<CertificateStatus>> ActivateAsync((Guid Nppo, Actor Boss) who, Guid id) =>
        Host.ActivateAsync(who.Nppo, who.Boss, id);
}

public sealed class KeyOfSeveralOnSqlite() : KeyOfSeveralTests(DatabaseKind.Sqlite);

public sealed class KeyOfSeveralOnPostgreSql() : KeyOfSeveralTests(DatabaseKind.PostgreSql);
