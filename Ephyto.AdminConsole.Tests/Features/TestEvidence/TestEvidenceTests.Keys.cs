using System.Security.Cryptography;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Tests.Features.TestEvidence;

/// <summary>What was a key in Test is none in Production.</summary>
public abstract partial class TestEvidenceTests
{
    [Fact]
    public async Task A_certificate_of_test_and_any_with_its_key_is_refused_in_production_but_to_nobody_else()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var ofTest = MadeCertificate.Ec(key);
        using var another = MadeCertificate.Ec(key, days: 100);
        using var fresh = MadeCertificate.Ec();
        var uploaded = (await There.UploadAsync(_there, _bossThere, ofTest)).Value;
        // Whatever became of it in Test.
        Assert.True((await There.Get<RevokeCertificate>().HandleAsync(
            new(_there, uploaded, RevocationReason.NoLongerUsed, null), _bossThere, default)).IsSuccess);
        Assert.True((await TakeInAsync(await DownloadAsync())).IsSuccess);

        Assert.Equal(CertificateErrors.OfOtherEnvironment, (await Host.UploadAsync(_here, _boss, ofTest)).Error);
        Assert.Equal(CertificateErrors.OfOtherEnvironment, (await Host.UploadAsync(_here, _boss, another)).Error);
        Assert.True((await Host.UploadAsync(_here, _boss, fresh)).IsSuccess);
        var (ghana, elsewhere) = await SetUpAsync(Host, "GH", "ghana@example.org");
        Assert.True((await Host.UploadAsync(ghana, elsewhere, ofTest)).IsSuccess);

        // A newer file that does not name it any more frees nothing.
        using var own = await There.Get<EvidenceKeys>().TakeAsync(default);
        Assert.True((await TakeInAsync(MadeEvidence.Of("CI", Host.Now().AddMinutes(1)).Signed(own))).IsSuccess);
        Assert.Equal(CertificateErrors.OfOtherEnvironment, (await Host.UploadAsync(_here, _boss, ofTest)).Error);
    }

    [Fact]
    public async Task One_that_was_in_use_before_the_evidence_came_counts_no_more_and_says_why()
    {
        using var made = MadeCertificate.Ec();
        await Host.ConnectAsync(_here, _boss);
        var id = (await Host.UploadAsync(_here, _boss, made)).Value;
        Assert.True((await Host.ActivateAsync(_here, _boss, id)).IsSuccess);
        using var waiting = MadeCertificate.Ec();
        var next = (await Host.UploadAsync(_here, _boss, waiting)).Value;
        Assert.Equal(IntegrationStepState.Done, (await StepAsync(IntegrationStep.CertificateUploaded)).State);
        await There.UploadAsync(_there, _bossThere, made);
        await There.UploadAsync(_there, _bossThere, waiting);

        Assert.True((await TakeInAsync(await DownloadAsync())).IsSuccess);

        Assert.Equal(IntegrationStepState.Open, (await StepAsync(IntegrationStep.CertificateUploaded)).State);
        var list = await Host.CertificatesAsync(_here, _boss);
        Assert.Contains(FindingCode.KeyOfOtherEnvironment,
            list.Open.Single(item => item.Certificate.Id == id).Findings.Select(finding => finding.Code));
        Assert.Equal(next, Assert.Single(list.Unfit).Certificate.Id);
        Assert.Equal(CertificateErrors.Blocked, (await Host.ActivateAsync(_here, _boss, next)).Error);
    }
}
