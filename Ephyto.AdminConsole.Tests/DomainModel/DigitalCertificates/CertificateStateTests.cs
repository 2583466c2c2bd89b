using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using static Ephyto.AdminConsole.Tests.DomainModel.DigitalCertificates.CertificateSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.DigitalCertificates;

/// <summary>Every state × every act.</summary>
public sealed class CertificateStateTests
{
    private static readonly Dictionary<string, (CertificateStatus[] From, CertificateStatus To, string Code)> Acts = new()
    {
        ["activate"] = ([CertificateStatus.Uploaded], CertificateStatus.Active, "certificate.activated"),
        ["supersede"] = ([CertificateStatus.Active, CertificateStatus.Expiring], CertificateStatus.Superseded, "certificate.superseded"),
        ["revoke"] = ([CertificateStatus.Uploaded, CertificateStatus.Active, CertificateStatus.Expiring, CertificateStatus.Superseded],
            CertificateStatus.Revoked, "certificate.revoked"),
        ["expire"] = ([CertificateStatus.Active, CertificateStatus.Expiring], CertificateStatus.Expired, "certificate.expired"),
    };

    private static readonly ConnectionRef First = new(Guid.NewGuid(), "CI");
    private static readonly ConnectionRef Second = new(Guid.NewGuid(), "CI2");

    public static TheoryData<CertificateStatus, string> All => new(
        from status in Enum.GetValues<CertificateStatus>() from act in Acts.Keys select (status, act));

    [Theory]
    [MemberData(nameof(All))]
    public void An_act_is_possible_in_its_states_and_changes_nothing_in_others(CertificateStatus status, string act)
    {
        var certificate = In(status);
        var (from, to, code) = Acts[act];

        var done = Do(certificate, act);

        Assert.Equal(from.Contains(status), done);
        Assert.Equal(done ? to : status, certificate.Status);
        Assert.Equal(done, certificate.DomainEvents.Any(happened => happened.Code == code));
        if (!done) Assert.Empty(certificate.DomainEvents);
        Assert.Equal(certificate.IsInUse, certificate.DueAt is not null);
    }

    [Fact]
    public void An_upload_needs_a_description()
    {
        Assert.Equal(CertificateErrors.DescriptionNeeded,
            DigitalCertificate.Upload(Nppo, " ", CertificateUsage.Signing, Facts, [1], Person, Now).Error);
        Assert.Equal("certificate.uploaded", Assert.Single(Uploaded().DomainEvents).Code);
    }

    [Fact]
    public void What_blocks_keeps_it_from_use_and_a_warning_does_not()
    {
        var certificate = Uploaded();

        Assert.Equal(CertificateErrors.Blocked,
            certificate.Activate([new(FindingCode.ShortKey, FindingSeverity.Blocking)], Person, Now).Error);
        Assert.True(certificate.Activate([new(FindingCode.OtherCountry, FindingSeverity.Warning)], Person, Now).IsSuccess);
        Assert.Equal(Now, certificate.ActivatedAt);
    }

    [Fact]
    public void Only_one_in_use_of_the_same_organization_and_usage_takes_its_place()
    {
        var certificate = Active();
        var signing = Uploaded(usage: CertificateUsage.Signing);
        var foreign = Uploaded(nppo: Guid.NewGuid());
        signing.Activate([], Person, Now);
        foreign.Activate([], Person, Now);

        foreach (var next in new[] { certificate, signing, foreign, Uploaded() })
            Assert.Equal(CertificateErrors.NotReplaceable, certificate.SupersedeBy(next, Person, Now).Error);
        var successor = Active();
        Assert.True(certificate.SupersedeBy(successor, Person, Now).IsSuccess);
        Assert.Equal(successor.Id, certificate.SupersededById);
    }

    [Fact]
    public void One_of_another_connection_does_not_take_its_place()
    {
        var (here, there) = (Uploaded(connection: First), Uploaded(connection: Second));
        here.Activate([], Person, Now);
        there.Activate([], Person, Now);

        Assert.Equal(CertificateErrors.NotReplaceable, here.SupersedeBy(there, Person, Now).Error);
        Assert.True(there.AssignTo(First, Actor.User(Person), Now).IsSuccess);
        Assert.True(here.SupersedeBy(there, Person, Now).IsSuccess);
    }

    [Theory]
    [InlineData(CertificateStatus.Uploaded, true)]
    [InlineData(CertificateStatus.Active, true)]
    [InlineData(CertificateStatus.Expiring, true)]
    [InlineData(CertificateStatus.Expired, false)]
    [InlineData(CertificateStatus.Superseded, false)]
    [InlineData(CertificateStatus.Revoked, false)]
    public void Each_gets_the_first_connection_and_one_that_is_of_use_may_be_moved(CertificateStatus status, bool movable)
    {
        var certificate = In(status);
        Assert.True(certificate.AssignTo(First, Actor.System, Now).IsSuccess);
        Assert.Equal(CertificateErrors.NotPossibleNow, certificate.AssignTo(First, Actor.System, Now).Error);
        certificate.ClearDomainEvents();

        var moved = certificate.AssignTo(Second, Actor.User(Person), Now);

        Assert.Equal(movable ? null : CertificateErrors.NotPossibleNow, moved.Error);
        Assert.Equal(movable ? (Second.Id, "CI2") : (First.Id, "CI"), (certificate.ConnectionId, certificate.ConnectionCode));
        Assert.Equal(status, certificate.Status);
        if (!movable) return;
        var facts = Assert.Single(certificate.DomainEvents).Facts;
        Assert.Equal((EventFact.Words("CI2"), EventFact.Words("CI")), (facts["connection"], facts["connection.before"]));
    }

    [Fact]
    public void What_happens_to_it_names_the_connection()
    {
        var (with, without) = (Uploaded(connection: First), Uploaded());

        Assert.Equal(EventFact.Words("CI"), Assert.Single(with.DomainEvents).Facts["connection"]);
        Assert.False(Assert.Single(without.DomainEvents).Facts.ContainsKey("connection"));
        with.Activate([], Person, Now);
        Assert.Equal(EventFact.Words("CI"), with.DomainEvents[^1].Facts["connection"]);
    }

    [Theory]
    [InlineData(CertificateStatus.Uploaded, true)]
    [InlineData(CertificateStatus.Active, true)]
    [InlineData(CertificateStatus.Expiring, true)]
    [InlineData(CertificateStatus.Expired, false)]
    [InlineData(CertificateStatus.Superseded, false)]
    [InlineData(CertificateStatus.Revoked, false)]
    public void Something_may_still_become_of_one_that_is_uploaded_or_in_use(CertificateStatus status, bool open) =>
        Assert.Equal(open, In(status).IsOpen);

    [Theory]
    [InlineData(RevocationReason.KeyCompromised, false)]
    [InlineData(RevocationReason.KeyLost, false)]
    [InlineData(RevocationReason.NoLongerUsed, true)]
    public void One_that_was_never_used_is_taken_back_without_harm_unless_its_key_is_burnt(RevocationReason reason, bool harmless)
    {
        var (unused, used) = (Uploaded(), Active());
        foreach (var certificate in (DigitalCertificate[])[unused, used])
            Assert.True(certificate.Revoke(reason, null, Person, Now).IsSuccess);

        Assert.Equal((harmless, false, false), (unused.WasTakenBack, used.WasTakenBack, Uploaded().WasTakenBack));
    }

    [Fact]
    public void Only_more_of_its_own_chain_is_added()
    {
        var certificate = Active(Facts with { IsChainComplete = false });
        certificate.ClearDomainEvents();

        Assert.Equal(CertificateErrors.Present, certificate.AddChain(Facts with { Thumbprint = "CC" }, [1, 2], Person, Now).Error);
        Assert.Equal(CertificateErrors.Present, certificate.AddChain(Facts, [1], Person, Now).Error);
        Assert.True(certificate.AddChain(Facts, [1, 2], Person, Now).IsSuccess);

        // Longer is not more: a chain that ends nowhere does not come in place of a whole one.
        Assert.Equal(
            CertificateErrors.Present, certificate.AddChain(Facts with { IsChainComplete = false }, [1, 2, 3], Person, Now).Error);

        Assert.Equal([1, 2], certificate.Pem);
        Assert.Equal(Facts, certificate.Facts);
        Assert.Equal(CertificateChainAdded.Name, Assert.Single(certificate.DomainEvents).Code);
    }

    [Fact]
    public void A_revocation_says_why()
    {
        var certificate = Active();

        Assert.Equal(CertificateErrors.ReasonNeeded, certificate.Revoke(null, "Words", Person, Now).Error);
        Assert.Equal(CertificateStatus.Active, certificate.Status);
    }

    [Fact]
    public void A_revocation_for_another_reason_needs_words()
    {
        var certificate = Active();

        Assert.Equal(CertificateErrors.WordsNeeded, certificate.Revoke(RevocationReason.Other, " ", Person, Now).Error);
        Assert.True(certificate.Revoke(RevocationReason.Other, "The server was sold", Person, Now).IsSuccess);
        Assert.Equal((RevocationReason.Other, "The server was sold"), (certificate.RevocationReason, certificate.Words));
        Assert.Equal(EventFact.Term(RevocationReason.Other), certificate.DomainEvents[^1].Facts["reason"]);
    }

    private static bool Do(DigitalCertificate certificate, string act) => act switch
    {
        "activate" => certificate.Activate([], Person, Now).IsSuccess,
        "supersede" => certificate.SupersedeBy(Active(), Person, Now).IsSuccess,
        "revoke" => certificate.Revoke(RevocationReason.NoLongerUsed, null, Person, Now).IsSuccess,
        _ => certificate.Advance(Now.AddYears(2)),
    };
}
