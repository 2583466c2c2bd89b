using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>A certificate with those that issued it: it comes back as it was given, and may get its chain later.</summary>
public abstract class CertificateChainTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _integrator = Actor.Anonymous;
    private Actor _viewer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _integrator = await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "integrator@example.org");
        _viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
    }

    [Fact]
    public async Task It_comes_back_as_PEM_with_its_chain()
    {
        var (leaf, middle, root) = MadeCertificate.Chain();
        var id = (await Host.Get<UploadCertificate>().HandleAsync(
            new(_nppo, "Chain", CertificateUsage.Signing, MadeCertificate.Pem(root, middle, leaf)), _boss, default)).Value;

        var file = (await Host.Get<FetchCertificate>().HandleAsync(new(_nppo, id), _viewer, default)).Value;

        Assert.Equal($"ephyto-ci-{MadeCertificate.ThumbprintOf(leaf)[..8].ToLowerInvariant()}.pem", file.Name);
        Assert.Equal(MadeCertificate.Pem(leaf, middle, root), file.Bytes[..^1]);
    }

    [Fact]
    public async Task A_certificate_that_comes_again_with_its_chain_gets_it_and_nothing_else_changes()
    {
        var (leaf, middle, root) = MadeCertificate.Chain();
        var id = (await Host.UploadAsync(_nppo, _boss, leaf, "Chain")).Value;
        Assert.True((await Host.ActivateAsync(_nppo, _boss, id)).IsSuccess);
        Assert.Contains(FindingCode.ChainIncomplete,
            Assert.Single((await Host.CertificatesAsync(_nppo, _boss)).Open).Findings.Select(finding => finding.Code));
        var request = new UploadCertificateRequest(
            _nppo, null, CertificateUsage.ClientAuthentication, MadeCertificate.Pem(leaf, middle, root));

        Assert.Equal(id, (await Host.Get<UploadCertificate>().HandleAsync(request, _integrator, default)).Value);
        Assert.Equal(CertificateErrors.Present, (await Host.Get<UploadCertificate>().HandleAsync(request, _boss, default)).Error);
        Assert.Equal(CertificateErrors.Present, (await Host.UploadAsync(_nppo, _boss, leaf)).Error);

        var item = Assert.Single((await Host.CertificatesAsync(_nppo, _boss)).Open);
        Assert.DoesNotContain(FindingCode.ChainIncomplete, item.Findings.Select(finding => finding.Code));
        Assert.Equal(("Chain", CertificateStatus.Active, true),
            (item.Certificate.Description, item.Certificate.Status, item.Certificate.Facts.IsChainComplete));
        Assert.Equal(MadeCertificate.Pem(leaf, middle, root),
            (await Host.Get<FetchCertificate>().HandleAsync(new(_nppo, id), _viewer, default)).Value.Bytes[..^1]);
    }
}

public sealed class CertificateChainOnSqlite() : CertificateChainTests(DatabaseKind.Sqlite);

public sealed class CertificateChainOnPostgreSql() : CertificateChainTests(DatabaseKind.PostgreSql);
