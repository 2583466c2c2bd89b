using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.DomainModel.Registrations.RegistrationSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.Registrations;

public class RecoveryRulesTests
{
    private static readonly Guid Administrator = Guid.Parse("0f000000-0000-0000-0000-0000000000aa");

    [Fact]
    public void A_recovery_says_what_happened()
    {
        var sample = SubmitNew();
        Assert.Equal(
            RegistrationErrors.WordsNeeded,
            Registration.SubmitRecovery("CI", sample.Organization, sample.Representative, " \u0007 ", null, Policy, Start).Error);
        Assert.Equal("The administrator left in May.", SubmitNew(kind: RegistrationKind.Recovery).Grounds);
        Assert.Null(sample.Grounds);
    }

    [Fact]
    public void It_goes_the_same_way_the_address_first()
    {
        var recovery = SubmitNew(kind: RegistrationKind.Recovery);
        Assert.DoesNotContain(recovery.DomainEvents, e => e is ContactPointAsked);
        Assert.True(recovery.VerifyEmail(Contact(), Policy, Start).IsSuccess);
        Assert.Contains(recovery.DomainEvents, e => e is ContactPointAsked);
    }

    [Fact]
    public void The_history_names_the_officer_who_started_it()
    {
        var sample = SubmitNew();
        var recovery = Registration.SubmitRecovery("CI", sample.Organization, sample.Representative, "Left.", Officer, Policy, Start).Value;
        Assert.Equal((Officer.Kind, Officer.Id, "Recovery"),
            (recovery.Steps[0].ActorKind, recovery.Steps[0].ActorId, recovery.Steps[0].Reason));
    }

    [Fact]
    public void Once_contested_the_contact_point_can_no_longer_decide_not_even_after_a_silence()
    {
        var (recovery, contact) = In(RegistrationStatus.AwaitingContactPoint, kind: RegistrationKind.Recovery);
        Assert.True(recovery.Advance(Policy, Start.AddDays(14)));
        Assert.True(recovery.ContactPointMayDecide);

        Assert.True(recovery.Contest("We are still here.", Administrator, Policy, Start.AddDays(15)).IsSuccess);

        Assert.Equal(EscalationReason.Contested, recovery.EscalationReason);
        Assert.Equal(RegistrationErrors.NotPossibleNow, recovery.Confirm(contact, null, Policy, Start.AddDays(15)).Error);
        Assert.Equal("We are still here.", recovery.Steps[^1].Words);
    }

    [Fact]
    public void Nobody_contests_twice_until_the_secretariat_sends_it_back()
    {
        var (recovery, contact) = In(RegistrationStatus.AwaitingContactPoint, kind: RegistrationKind.Recovery);
        recovery.Contest(null, Administrator, Policy, Start);
        Assert.Equal(RegistrationErrors.NotPossibleNow, recovery.Contest(null, Administrator, Policy, Start).Error);

        Assert.True(recovery.SendBack(contact, Policy, Officer, Start).IsSuccess);
        Assert.True(recovery.MayBeContested);
    }

    [Fact]
    public void A_change_in_the_directory_does_not_put_a_contested_recovery_before_the_new_contact()
    {
        var (recovery, _) = In(RegistrationStatus.AwaitingContactPoint, kind: RegistrationKind.Recovery);
        recovery.Contest(null, Administrator, Policy, Start);
        Assert.Equal(RegistrationErrors.NotPossibleNow,
            recovery.ContactPointChanged(Contact(email: "new@example.org"), Policy, Officer, Start).Error);
    }

    [Theory]
    [InlineData(RegistrationKind.Recovery, DeclineReason.AlreadyRegistered, false)]
    [InlineData(RegistrationKind.Recovery, DeclineReason.NotReady, false)]
    [InlineData(RegistrationKind.Recovery, DeclineReason.StillAdministered, true)]
    [InlineData(RegistrationKind.Membership, DeclineReason.StillAdministered, false)]
    [InlineData(RegistrationKind.Membership, DeclineReason.AlreadyRegistered, true)]
    public void Each_kind_is_declined_for_reasons_that_make_sense(RegistrationKind kind, DeclineReason reason, bool fits)
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint, kind: kind);
        Assert.Equal(fits ? null : RegistrationErrors.ReasonNeeded, registration.Decline(contact, reason, null, Start).Error);
    }
}
