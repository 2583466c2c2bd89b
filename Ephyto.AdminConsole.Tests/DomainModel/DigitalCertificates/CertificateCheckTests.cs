using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using static Ephyto.AdminConsole.Tests.DomainModel.DigitalCertificates.CertificateSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.DigitalCertificates;

/// <summary>What the check finds, and how grave it is.</summary>
public sealed class CertificateCheckTests
{
    public static TheoryData<string, FindingCode, FindingSeverity> Found => new()
    {
        { "not yet", FindingCode.NotYetValid, FindingSeverity.Blocking },
        { "over", FindingCode.Expired, FindingSeverity.Blocking },
        { "soon", FindingCode.ExpiresSoon, FindingSeverity.Warning },
        { "long", FindingCode.LongValidity, FindingSeverity.Warning },
        { "short key", FindingCode.ShortKey, FindingSeverity.Blocking },
        { "curve", FindingCode.UnusualKey, FindingSeverity.Warning },
        { "other key", FindingCode.UnusualKey, FindingSeverity.Warning },
        { "weak", FindingCode.WeakSignature, FindingSeverity.Blocking },
        { "silent", FindingCode.UsageNotStated, FindingSeverity.Warning },
        { "other usage", FindingCode.OtherUsage, FindingSeverity.Warning },
        { "country", FindingCode.OtherCountry, FindingSeverity.Warning },
        { "no country", FindingCode.NoCountry, FindingSeverity.Note },
        { "self-signed", FindingCode.SelfSigned, FindingSeverity.Note },
        { "chain", FindingCode.ChainIncomplete, FindingSeverity.Note },
        { "authority", FindingCode.Authority, FindingSeverity.Warning },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void Each_fault_is_found_alone(string fault, FindingCode code, FindingSeverity severity)
    {
        var finding = Assert.Single(Check(Uploaded(Faulty(fault))));

        Assert.Equal((code, severity), (finding.Code, finding.Severity));
    }

    [Theory]
    [InlineData(null, HubEnvironment.Test, false, null)]
    [InlineData(HubEnvironment.Test, HubEnvironment.Test, false, null)]
    [InlineData(HubEnvironment.Production, HubEnvironment.Production, false, null)]
    [InlineData(HubEnvironment.Test, HubEnvironment.Production, false, FindingCode.OtherEnvironment)]
    [InlineData(HubEnvironment.Production, HubEnvironment.Test, true, FindingCode.OtherEnvironment)]
    [InlineData(HubEnvironment.Production, HubEnvironment.Production, true, FindingCode.KeyOfOtherEnvironment)]
    [InlineData(null, HubEnvironment.Production, true, FindingCode.KeyOfOtherEnvironment)]
    public void What_belongs_to_the_other_environment_is_blocked_once(
        HubEnvironment? own, HubEnvironment here, bool wasUsed, FindingCode? expected)
    {
        var certificate = DigitalCertificate.Upload(
            Nppo, "Server", CertificateUsage.ClientAuthentication, Facts, [1], Person, Now, null, own).Value;
        var isProduction = here == HubEnvironment.Production;

        var found = CertificateCheck.Check(certificate, new("CI", isProduction, []) { WasUsedInOther = wasUsed }, Now);

        Assert.Equal(expected is { } code ? [(code, FindingSeverity.Blocking)] : [],
            found.Select(finding => (finding.Code, finding.Severity)));
        Assert.Equal(expected != FindingCode.OtherEnvironment, certificate.IsOf(here));
        Assert.Equal(own, certificate.Environment);
        Assert.Equal(own is not null, certificate.DomainEvents.Single().Facts.ContainsKey("environment"));
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is_wrong()
    {
        Assert.Empty(Check(Uploaded()));
        Assert.Empty(Check(Uploaded(Facts with { KeyKind = CertificateKeyKind.Rsa, KeyBits = 2048 })));
        Assert.Empty(Check(Uploaded(Facts with { ValidUntil = Now.AddDays(CertificateCheck.FewDays) })));
        Assert.Empty(Check(Uploaded(Facts with { ValidFrom = Now, ValidUntil = Now.AddYears(CertificateCheck.LongestYears) })));
        Assert.Empty(Check(Uploaded(Facts with { KeyKind = CertificateKeyKind.P384, Country = "ci" })));
        Assert.Empty(Check(Uploaded(Facts with { MayAuthenticate = false }, CertificateUsage.Signing)));
    }

    [Fact]
    public void One_that_lives_five_days_is_warned_of_with_their_number() =>
        Assert.Equal("5", Assert.Single(Check(Uploaded(Facts with { ValidUntil = Now.AddDays(5) }))).Detail);

    [Fact]
    public void Self_signed_is_a_warning_in_production() =>
        Assert.Equal(FindingSeverity.Warning,
            Assert.Single(CertificateCheck.Check(Uploaded(Faulty("self-signed")), new("CI", true, []), Now)).Severity);

    [Fact]
    public void The_same_key_in_use_by_another_organization_blocks() =>
        Assert.Equal([FindingCode.UsedElsewhere],
            Check(Uploaded(), Active(Facts with { Thumbprint = "CC" }, Guid.NewGuid())).Select(found => found.Code));

    [Fact]
    public void The_same_key_that_another_organization_has_uploaded_or_used_once_blocks_nobody()
    {
        var once = Active(nppo: Guid.NewGuid());
        once.Revoke(RevocationReason.KeyCompromised, null, Person, Now);

        Assert.Empty(Check(Uploaded(), Uploaded(nppo: Guid.NewGuid()), once));
    }

    [Fact]
    public void A_key_whose_private_part_was_sent_blocks() =>
        Assert.Equal((FindingCode.BurntKey, FindingSeverity.Blocking),
            Assert.Single(CertificateCheck.Check(Uploaded(), new("CI", false, []) { IsBurnt = true }, Now)) is var found
                ? (found.Code, found.Severity) : default);

    [Fact]
    public void The_same_certificate_of_the_same_organization_blocks_unless_it_was_taken_back()
    {
        var first = Uploaded();
        Assert.Equal([FindingCode.AlreadyThere], Check(Uploaded(), first).Select(found => found.Code));
        Assert.Empty(Check(Uploaded(Facts with { Thumbprint = "CC" }), first));

        first.Revoke(RevocationReason.NoLongerUsed, null, Person, Now);

        Assert.Empty(Check(Uploaded(), first));
    }

    [Theory]
    [InlineData(RevocationReason.KeyCompromised)]
    [InlineData(RevocationReason.KeyLost)]
    public void A_key_that_was_revoked_does_not_come_back_in_another_certificate(RevocationReason reason)
    {
        var first = Active();
        first.Revoke(reason, null, Person, Now);

        Assert.Equal([FindingCode.RevokedKey], Check(Uploaded(Facts with { Thumbprint = "CC" }), first).Select(found => found.Code));
    }

    [Fact]
    public void The_gravest_stands_first() => Assert.Equal(
        [FindingSeverity.Blocking, FindingSeverity.Warning, FindingSeverity.Note],
        Check(Uploaded(Facts with { HasWeakSignature = true, Country = "FR", IsSelfSigned = true })).Select(found => found.Severity));

    private static CertificateFacts Faulty(string fault) => fault switch
    {
        "not yet" => Facts with { ValidFrom = Now.AddMinutes(1) },
        "over" => Facts with { ValidUntil = Now },
        "soon" => Facts with { ValidUntil = Now.AddDays(CertificateCheck.FewDays - 1) },
        "long" => Facts with { ValidUntil = Facts.ValidFrom.AddYears(3).AddDays(1) },
        "short key" => Facts with { KeyKind = CertificateKeyKind.Rsa, KeyBits = 1024 },
        "curve" => Facts with { KeyKind = CertificateKeyKind.OtherCurve },
        "other key" => Facts with { KeyKind = CertificateKeyKind.Other },
        "weak" => Facts with { HasWeakSignature = true },
        "silent" => Facts with { MayAuthenticate = null, MaySign = null },
        "other usage" => Facts with { MayAuthenticate = false },
        "country" => Facts with { Country = "SN" },
        "no country" => Facts with { Country = null },
        "self-signed" => Facts with { IsSelfSigned = true },
        "chain" => Facts with { IsChainComplete = false },
        _ => Facts with { IsAuthority = true },
    };

    private static IReadOnlyList<CertificateFinding> Check(DigitalCertificate certificate, params DigitalCertificate[] earlier) =>
        CertificateCheck.Check(certificate, new("CI", false, earlier), Now);
}
