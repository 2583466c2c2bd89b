using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.DomainModel.Registrations.RegistrationSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.Registrations;

/// <summary>Who may have a message sent again, and after how long.</summary>
public sealed class SendingAgainTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void The_applicant_has_the_verification_sent_again_a_minute_after_the_last()
    {
        var registration = SubmitNew();
        Assert.Equal(Start + Minute, registration.ResendFrom(Policy));
        Assert.Equal(RegistrationErrors.ResentRecently, registration.Resend(Policy, Start + Minute - TimeSpan.FromTicks(1)).Error);

        Assert.True(registration.Resend(Policy, Start + Minute).IsSuccess);

        Assert.IsType<VerificationResent>(registration.DomainEvents[^1]);
        Assert.Equal(Start + (2 * Minute), registration.ResendFrom(Policy));
        Assert.False(registration.ResendAllowed(Policy, Start + Minute));
    }

    [Fact]
    public void The_applicant_has_the_contact_point_asked_again_a_day_after_the_last()
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.Equal(Start + Policy.ResendPause, registration.ResendFrom(Policy));

        Assert.True(registration.Resend(Policy, Start.AddDays(2)).IsSuccess);

        var asked = Assert.IsType<ContactPointAsked>(registration.DomainEvents[^1]);
        Assert.Equal((contact.Id, AskingReason.Resent), (asked.ContactPointId, asked.Why));
        Assert.Equal(Start.AddDays(3), registration.ResendFrom(Policy));
        Assert.True(registration.ResendAllowed(Policy, Start.AddDays(3)));
    }

    [Fact]
    public void Where_nobody_was_asked_there_is_nothing_to_wait_for()
    {
        var registration = Verified("CI");

        Assert.Null(registration.ResendFrom(Policy));
        Assert.True(registration.ResendAllowed(Policy, Start));
    }

    [Fact]
    public void The_secretariat_waits_a_minute_and_no_day()
    {
        var submitted = SubmitNew();
        Assert.Equal(RegistrationErrors.ResentRecently, submitted.ResendBy(Officer, Start + Minute - TimeSpan.FromTicks(1)).Error);
        Assert.True(submitted.ResendBy(Officer, Start + Minute).IsSuccess);
        Assert.Equal(Officer, Assert.IsType<VerificationResent>(submitted.DomainEvents[^1]).Actor);
        Assert.Equal(RegistrationErrors.ResentRecently, submitted.ResendBy(Officer, Start + Minute).Error);
        Assert.True(submitted.ResendBy(Officer, Start + (2 * Minute)).IsSuccess);

        var (awaiting, _) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.Equal(RegistrationErrors.ResentRecently, awaiting.ResendBy(Officer, Start + Minute - TimeSpan.FromTicks(1)).Error);
        Assert.True(awaiting.ResendBy(Officer, Start + Minute).IsSuccess);
        Assert.Equal((AskingReason.Resent, Start + Minute),
            (Assert.IsType<ContactPointAsked>(awaiting.DomainEvents[^1]).Why, awaiting.ResentAt));
        Assert.Equal(RegistrationErrors.ResentRecently, awaiting.ResendBy(Officer, Start + Minute + Minute - TimeSpan.FromTicks(1)).Error);
    }

    [Fact]
    public void For_the_contact_point_the_secretariat_waits_from_the_moment_it_was_asked()
    {
        var registration = SubmitNew();
        registration.VerifyEmail(Contact(), Policy, Start.AddHours(1));

        Assert.Equal(RegistrationErrors.ResentRecently, registration.ResendBy(Officer, Start.AddHours(1).AddSeconds(59)).Error);
        Assert.True(registration.ResendBy(Officer, Start.AddHours(1) + Minute).IsSuccess);
    }

    [Theory]
    [InlineData(RegistrationStatus.InformationRequested)]
    [InlineData(RegistrationStatus.Escalated)]
    [InlineData(RegistrationStatus.Confirmed)]
    [InlineData(RegistrationStatus.Expired)]
    public void The_secretariat_sends_no_message_that_is_no_longer_waited_for(RegistrationStatus status)
    {
        var (registration, _) = In(status);

        Assert.Equal(RegistrationErrors.NotAwaited, registration.ResendBy(Officer, Start.AddDays(1)).Error);
        Assert.Null(registration.ResentAt);
    }

    [Fact]
    public void The_secretariat_asks_a_silent_contact_point_again()
    {
        var (registration, _) = In(RegistrationStatus.AwaitingContactPoint);
        registration.Advance(Policy, Start.AddDays(14));

        Assert.True(registration.ResendBy(Officer, Start.AddDays(15)).IsSuccess);
    }

    [Fact]
    public void The_contact_point_gets_a_new_link_a_minute_after_the_last()
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.Equal(RegistrationErrors.ResentRecently,
            registration.RenewContactPointLink(contact, Start + Minute - TimeSpan.FromTicks(1)).Error);
        Assert.True(registration.RenewContactPointLink(contact, Start + Minute).IsSuccess);
        Assert.Equal(RegistrationErrors.ResentRecently,
            registration.RenewContactPointLink(contact, Start + Minute + Minute - TimeSpan.FromTicks(1)).Error);
        Assert.True(registration.RenewContactPointLink(contact, Start + (2 * Minute)).IsSuccess);
    }

    [Fact]
    public void Nobody_but_the_contact_point_that_was_asked_gets_a_new_link()
    {
        var (registration, _) = In(RegistrationStatus.AwaitingContactPoint);

        Assert.Equal(RegistrationErrors.NotPossibleNow, registration.RenewContactPointLink(Contact(), Start.AddDays(1)).Error);
        Assert.Equal(RegistrationErrors.NotPossibleNow, registration.RenewContactPointLink(null, Start.AddDays(1)).Error);
        Assert.Equal(RegistrationErrors.NotPossibleNow, Verified("CI").RenewContactPointLink(null, Start.AddDays(1)).Error);
    }

    [Fact]
    public void A_new_question_to_the_contact_point_starts_the_waiting_anew()
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        registration.Resend(Policy, Start.AddDays(1));
        registration.AskQuestion(contact, "Who decided?", Policy, Start.AddDays(2));

        registration.Answer("The minister.", contact, Policy, Start.AddDays(3));

        Assert.Null(registration.ResentAt);
        Assert.Equal(Start.AddDays(4), registration.ResendFrom(Policy));
    }
}
