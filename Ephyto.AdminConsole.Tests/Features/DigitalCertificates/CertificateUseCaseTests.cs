using System.Security.Cryptography;
using System.Text;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>What an organization does with its certificates, from the upload to the revocation.</summary>
public abstract class CertificateUseCaseTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _integrator = Actor.Anonymous;
    private Actor _viewer = Actor.Anonymous;

    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Certificates:WaitingUploads"] = "3" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _integrator = await Host.ActiveMemberAsync(_nppo, NppoRole.Integrator, "integrator@example.org");
        _viewer = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "viewer@example.org");
    }

    [Fact]
    public async Task An_uploaded_certificate_is_checked_and_put_to_use_and_everybody_of_the_organization_sees_it()
    {
        using var made = MadeCertificate.Ec();
        var id = (await Host.UploadAsync(_nppo, _integrator, made)).Value;
        var uploaded = Assert.Single((await Host.CertificatesAsync(_nppo, _viewer)).Open);
        Assert.Equal((CertificateStatus.Uploaded, false), (uploaded.Certificate.Status, uploaded.IsBlocked));
        Assert.Equal([FindingCode.SelfSigned], uploaded.Findings.Select(finding => finding.Code));

        Assert.Equal(CertificateStatus.Active, (await Host.ActivateAsync(_nppo, _integrator, id)).Value);

        var list = await Host.CertificatesAsync(_nppo, _viewer);
        Assert.Equal((false, true), (list.MayEdit, (await Host.CertificatesAsync(_nppo, _boss)).MayEdit));
        Assert.Equal(made.NotAfter.ToUniversalTime(), Assert.Single(list.Open).Certificate.Facts.ValidUntil);
        var codes = await Host.StoreAsync(db => db.Set<AuditEntry>().Where(e => e.NppoId == _nppo && e.SubjectId == id)
            .OrderBy(e => e.Sequence).Select(e => e.Code).ToListAsync());
        Assert.Equal(["certificate.uploaded", "certificate.activated"], codes);
    }

    [Fact]
    public async Task What_blocks_is_asked_again_at_the_activation_and_passes_with_time()
    {
        using var early = MadeCertificate.Ec(from: 2);
        using var small = MadeCertificate.Rsa(1024);
        var id = (await Host.UploadAsync(_nppo, _boss, early)).Value;
        var weak = (await Host.UploadAsync(_nppo, _boss, small)).Value;

        Assert.Equal(CertificateErrors.Blocked, (await Host.ActivateAsync(_nppo, _boss, id)).Error);
        Assert.Equal(CertificateErrors.Blocked, (await Host.ActivateAsync(_nppo, _boss, weak)).Error);
        var list = await Host.CertificatesAsync(_nppo, _boss);
        Assert.Equal((id, weak), (Assert.Single(list.Open).Certificate.Id, Assert.Single(list.Unfit).Certificate.Id));
        Host.Time.Advance(TimeSpan.FromDays(2));
        Assert.True((await Host.ActivateAsync(_nppo, _boss, id)).IsSuccess);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_certificate_is_told_at_once()
    {
        using var made = MadeCertificate.Ec(ECCurve.NamedCurves.nistP521, "C=SN, CN=Old", days: -1, from: -2000, plain: true);
        await Host.UploadAsync(_nppo, _boss, made);

        var list = await Host.CertificatesAsync(_nppo, _boss);
        var item = Assert.Single(list.Unfit);

        Assert.Empty(list.Open);
        Assert.True(item.IsBlocked);
        Assert.Equal(
            [FindingCode.Expired, FindingCode.LongValidity, FindingCode.UnusualKey, FindingCode.UsageNotStated, FindingCode.OtherCountry,
                FindingCode.SelfSigned],
            item.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Two_are_used_side_by_side_until_the_older_one_is_replaced()
    {
        var older = await Host.InUseAsync(_nppo, _boss, description: "Older");
        var newer = await Host.InUseAsync(_nppo, _boss, description: "Newer");
        Assert.Equal(2, (await Host.CertificatesAsync(_nppo, _boss)).Open.Count(item => item.Certificate.IsInUse));

        Assert.True((await Host.Get<SupersedeCertificate>().HandleAsync(new(_nppo, older, newer), _boss, default)).IsSuccess);

        Assert.Equal((CertificateStatus.Superseded, newer),
            ((await Host.CertificateAsync(older)).Status, (await Host.CertificateAsync(older)).SupersededById));
        using var third = MadeCertificate.Ec();
        var next = (await Host.UploadAsync(_nppo, _boss, third)).Value;
        Assert.Equal(CertificateErrors.NotReplaceable, (await Host.ActivateAsync(_nppo, _boss, next, Guid.NewGuid())).Error);
        Assert.Equal(CertificateStatus.Uploaded, (await Host.CertificateAsync(next)).Status);
        Assert.True((await Host.ActivateAsync(_nppo, _boss, next, newer)).IsSuccess);
        Assert.Equal(CertificateStatus.Superseded, (await Host.CertificateAsync(newer)).Status);
        Assert.Equal("Newer",
            (await Host.CertificatesAsync(_nppo, _boss)).Past.Select(item => item.Certificate.Description)
                .Order(StringComparer.Ordinal).First());
    }

    [Fact]
    public async Task A_revoked_key_does_not_come_back()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var first = MadeCertificate.Ec(key);
        using var second = MadeCertificate.Ec(key, days: 100);
        var id = (await Host.UploadAsync(_nppo, _boss, first)).Value;
        await Host.ActivateAsync(_nppo, _boss, id);

        Assert.Equal(CertificateErrors.ReasonNeeded, (await RevokeAsync(id, null)).Error);
        Assert.Equal(CertificateErrors.WordsNeeded, (await RevokeAsync(id, RevocationReason.Other)).Error);
        Assert.True((await RevokeAsync(id, RevocationReason.KeyCompromised)).IsSuccess);
        await Host.UploadAsync(_nppo, _boss, second);

        Assert.Equal(FindingCode.RevokedKey, Assert.Single((await Host.CertificatesAsync(_nppo, _boss)).Unfit).Findings[0].Code);
        Assert.Equal(CertificateErrors.NotPossibleNow, (await RevokeAsync(id, RevocationReason.KeyLost)).Error);
    }

    [Fact]
    public async Task The_same_certificate_a_second_time_is_refused_and_its_key_in_use_elsewhere_blocks_the_second_and_not_the_first()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = MadeCertificate.Ec(key);
        using var sameKey = MadeCertificate.Ec(key, days: 100);
        var (abroad, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var stranger = await Host.ActiveMemberAsync(abroad.Id, NppoRole.Administrator, "stranger@example.org");
        var first = (await Host.UploadAsync(_nppo, _boss, made)).Value;
        Assert.Equal(CertificateErrors.Present, (await Host.UploadAsync(_nppo, _boss, made)).Error);
        Assert.True((await Host.ActivateAsync(_nppo, _boss, first)).IsSuccess);
        await Host.UploadAsync(abroad.Id, stranger, sameKey);

        var theirs = Assert.Single((await Host.CertificatesAsync(abroad.Id, stranger)).Unfit);
        var ours = (await Host.CertificatesAsync(_nppo, _boss)).Open.ToDictionary(item => item.Certificate.Id);

        Assert.Equal([FindingCode.UsedElsewhere, FindingCode.OtherCountry], theirs.Findings.Take(2).Select(finding => finding.Code));
        Assert.Single(ours);
        Assert.False(ours[first].IsBlocked);
        Assert.Equal(CertificateErrors.Blocked, (await Host.ActivateAsync(abroad.Id, stranger, theirs.Certificate.Id)).Error);
    }

    [Fact]
    public async Task A_copy_that_another_country_put_to_use_first_does_not_block_the_country_that_the_certificate_names()
    {
        using var made = MadeCertificate.Ec();
        var (abroad, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var stranger = await Host.ActiveMemberAsync(abroad.Id, NppoRole.Administrator, "stranger@example.org");
        var copy = (await Host.UploadAsync(abroad.Id, stranger, made)).Value;
        Assert.True((await Host.ActivateAsync(abroad.Id, stranger, copy)).IsSuccess);

        var ours = (await Host.UploadAsync(_nppo, _boss, made)).Value;

        Assert.DoesNotContain(Assert.Single((await Host.CertificatesAsync(_nppo, _boss)).Open).Findings,
            finding => finding.Code == FindingCode.UsedElsewhere);
        Assert.True((await Host.ActivateAsync(_nppo, _boss, ours)).IsSuccess);
    }

    [Fact]
    public async Task Only_administrators_and_integrators_change_anything_and_only_their_own()
    {
        var (abroad, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var stranger = await Host.ActiveMemberAsync(abroad.Id, NppoRole.Administrator, "stranger@example.org");
        var hub = await Host.AppointAsync(HubRole.HubAdministrator);
        var id = await Host.InUseAsync(_nppo, _boss);
        using var made = MadeCertificate.Ec();

        foreach (var actor in new[] { _viewer, stranger, hub, Actor.Anonymous })
        {
            Assert.Equal(AccessErrors.NotAllowed, (await Host.UploadAsync(_nppo, actor, made)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await Host.ActivateAsync(_nppo, actor, id)).Error);
            Assert.Equal(AccessErrors.NotAllowed,
                (await Host.Get<RevokeCertificate>().HandleAsync(new(_nppo, id, RevocationReason.KeyLost, null), actor, default)).Error);
        }

        // Not through one's own organization either.
        Assert.Equal(AccessErrors.NotFound,
            (await Host.Get<RevokeCertificate>().HandleAsync(new(abroad.Id, id, RevocationReason.KeyLost, null), stranger, default)).Error);
        Assert.Equal(AccessErrors.NotFound, (await Host.Get<FetchCertificate>().HandleAsync(new(abroad.Id, id), stranger, default)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await Host.Get<ListCertificates>().HandleAsync(_nppo, stranger, default)).Error);
        Assert.False((await Host.CertificatesAsync(_nppo, hub)).MayEdit);
    }

    [Fact]
    public async Task What_is_unfit_or_too_much_is_refused_and_leaves_nothing()
    {
        using var key = SharedKeys.Rsa();
        Assert.Equal(CertificateErrors.PrivateKey, (await Host.Get<UploadCertificate>().HandleAsync(
            new(_nppo, "Key", CertificateUsage.Signing, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem())), _boss,
            default)).Error);
        using var made = MadeCertificate.Ec();
        Assert.Equal(CertificateErrors.DescriptionNeeded, (await Host.UploadAsync(_nppo, _boss, made, " ")).Error);
        Assert.Empty((await Host.CertificatesAsync(_nppo, _boss)).Open);

        for (var count = 0; count < 3; count++)
        {
            using var another = MadeCertificate.Ec();
            Assert.True((await Host.UploadAsync(_nppo, _boss, another)).IsSuccess);
        }

        Assert.Equal(CertificateErrors.TooManyWaiting, (await Host.UploadAsync(_nppo, _boss, made)).Error);
    }

    [Fact]
    public async Task A_request_for_a_certificate_is_told_so()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=Hub", key, HashAlgorithmName.SHA256);
        foreach (var content in new[] { request.CreateSigningRequest(), Encoding.ASCII.GetBytes(request.CreateSigningRequestPem()) })
        {
            Assert.Equal(CertificateErrors.Request,
                (await Host.Get<UploadCertificate>()
                    .HandleAsync(new(_nppo, "Hub", CertificateUsage.Signing, content), _boss, default)).Error);
        }
    }

    [Fact]
    public async Task Two_who_act_at_the_same_instant_leave_one_outcome()
    {
        using var made = MadeCertificate.Ec();
        var id = (await Host.UploadAsync(_nppo, _boss, made)).Value;

        var outcomes = await Task.WhenAll(
            Task.Run(() => Host.ActivateAsync(_nppo, _boss, id)), Task.Run(() => Host.ActivateAsync(_nppo, _integrator, id)));

        var lost = Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error;
        Assert.True(lost == AccessErrors.ChangedMeanwhile || lost == CertificateErrors.NotPossibleNow, lost!.Code);
    }

    private Task<Result<CertificateStatus>> RevokeAsync(Guid id, RevocationReason? reason) =>
        Host.Get<RevokeCertificate>().HandleAsync(new(_nppo, id, reason, null), _boss, CancellationToken.None);
}

public sealed class CertificatesOnSqlite() : CertificateUseCaseTests(DatabaseKind.Sqlite);

public sealed class CertificatesOnPostgreSql() : CertificateUseCaseTests(DatabaseKind.PostgreSql);
