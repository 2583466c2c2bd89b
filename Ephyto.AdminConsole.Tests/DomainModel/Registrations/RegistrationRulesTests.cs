using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.DomainModel.Registrations.RegistrationSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.Registrations;

public class RegistrationRulesTests
{
    [Fact]
    public void Without_a_contact_on_file_the_secretariat_takes_over_at_the_verification()
    {
        var registration = SubmitNew();
        Assert.True(registration.VerifyEmail(null, Policy, Start).IsSuccess);
        Assert.Equal(EscalationReason.NoContactPoint, registration.EscalationReason);
        Assert.DoesNotContain(registration.DomainEvents, e => e is ContactPointAsked);
    }

    [Fact]
    public void The_contact_point_is_not_asked_before_the_applicants_address_is_verified() =>
        Assert.DoesNotContain(SubmitNew().DomainEvents, e => e is ContactPointAsked);

    [Fact]
    public void A_late_answer_after_a_silence_is_an_answer()
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.True(registration.Advance(Policy, Start.AddDays(14)));
        Assert.Equal(EscalationReason.Silence, registration.EscalationReason);
        Assert.True(registration.Confirm(contact, null, Policy, Start.AddDays(15)).IsSuccess);
        Assert.Equal(RegistrationStatus.Confirmed, registration.Status);
    }

    [Fact]
    public void Another_contact_point_cannot_decide()
    {
        var (registration, _) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.Equal(RegistrationErrors.NotYours, registration.Confirm(Contact(), null, Policy, Start).Error);
    }

    [Fact]
    public void A_contact_point_that_left_the_directory_cannot_decide()
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        contact.End(Officer, Start);
        Assert.Equal(RegistrationErrors.NotYours, registration.Confirm(contact, null, Policy, Start).Error);
    }

    [Fact]
    public void Where_the_directory_has_nobody_any_more_the_secretariat_takes_over_from_a_silent_contact_point_too()
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.True(registration.Advance(Policy, Start.AddDays(14)));

        Assert.True(registration.ContactPointEnded(Policy, Officer, Start.AddDays(15)).IsSuccess);

        Assert.Equal((RegistrationStatus.Escalated, EscalationReason.NoContactPoint), (registration.Status, registration.EscalationReason));
        Assert.Equal(RegistrationErrors.NotPossibleNow, registration.Confirm(contact, null, Policy, Start.AddDays(15)).Error);
    }

    [Theory]
    [InlineData(ContactPointKind.InformationPoint)]
    [InlineData(ContactPointKind.LocalContact)]
    public void A_contact_that_is_not_official_needs_the_secretariats_countersignature(ContactPointKind kind)
    {
        var (registration, contact) = (SubmitNew(), Contact(kind: kind));
        registration.VerifyEmail(contact, Policy, Start);
        Assert.True(registration.Confirm(contact, null, Policy, Start).IsSuccess);
        Assert.Equal((RegistrationStatus.Escalated, EscalationReason.Countersignature),
            (registration.Status, registration.EscalationReason));
        Assert.True(registration.ConfirmOnEvidence("Agreed by the contact", Officer, Start).IsSuccess);
        Assert.Equal(contact.Id, registration.DecidedBy?.ContactPointId);
    }

    [Theory]
    [InlineData(SelfConfirmationRule.Allow, RegistrationStatus.Confirmed)]
    [InlineData(SelfConfirmationRule.Countersign, RegistrationStatus.Escalated)]
    public void An_applicant_who_is_the_contact_point_confirms_as_the_policy_says(SelfConfirmationRule rule, RegistrationStatus expected)
    {
        var policy = Policy with { SelfConfirmation = rule };
        var (registration, contact) = (SubmitNew(email: "one@example.org"), Contact(email: "one@example.org"));
        registration.VerifyEmail(contact, policy, Start);
        Assert.True(registration.Confirm(contact, null, policy, Start).IsSuccess);
        Assert.Equal(expected, registration.Status);
        Assert.True(registration.SelfConfirmed);
    }

    [Fact]
    public void A_forbidden_self_confirmation_never_reaches_the_contact_point()
    {
        var policy = Policy with { SelfConfirmation = SelfConfirmationRule.Forbid };
        var registration = SubmitNew(email: "one@example.org");
        registration.VerifyEmail(Contact(email: "one@example.org"), policy, Start);
        Assert.Equal(EscalationReason.SelfConfirmation, registration.EscalationReason);
        Assert.DoesNotContain(registration.DomainEvents, e => e is ContactPointAsked);
    }

    [Fact]
    public void Reminders_go_out_on_their_days_and_missed_ones_become_one()
    {
        var (registration, _) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.False(registration.Advance(Policy, Start.AddDays(3).AddSeconds(-1)));
        Assert.True(registration.Advance(Policy, Start.AddDays(3)));
        Assert.False(registration.Advance(Policy, Start.AddDays(6)));
        Assert.True(registration.Advance(Policy, Start.AddDays(12.5)));
        Assert.Equal([1, 3], registration.DomainEvents.OfType<ContactPointReminded>().Select(e => e.Number));
        Assert.Null(registration.NextReminderAt(Policy));
    }

    [Fact]
    public void An_unverified_registration_ends_after_two_days_and_not_before()
    {
        var registration = SubmitNew();
        Assert.False(registration.Advance(Policy, Start.AddHours(48).AddSeconds(-1)));
        Assert.True(registration.Advance(Policy, Start.AddHours(48)));
        Assert.Equal(RegistrationStatus.Expired, registration.Status);
    }

    [Fact]
    public void Each_new_question_to_the_contact_point_starts_the_clock_again()
    {
        var (registration, _) = In(RegistrationStatus.InformationRequested);
        var successor = Contact(email: "successor@example.org");
        Assert.True(registration.Answer("It was the minister.", successor, Policy, Start.AddDays(20)).IsSuccess);
        Assert.Equal(Start.AddDays(23), registration.NextReminderAt(Policy));
        Assert.Equal(Start.AddDays(34), registration.EscalatesAt(Policy));
        Assert.Equal(successor.Id, registration.Asked?.ContactPointId);
    }

    [Fact]
    public void The_message_to_the_contact_point_is_sent_again_by_hand_once_a_day()
    {
        var (registration, _) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.Equal(RegistrationErrors.ResentRecently, registration.Resend(Policy, Start.AddHours(23)).Error);
        Assert.True(registration.Resend(Policy, Start.AddHours(24)).IsSuccess);
        Assert.Equal(RegistrationErrors.ResentRecently, registration.Resend(Policy, Start.AddHours(25)).Error);
        Assert.Equal(Start, registration.AskedAt);
    }

    [Fact]
    public void Another_reason_needs_words()
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.Equal(RegistrationErrors.WordsNeeded, registration.Decline(contact, DeclineReason.Other, " \u0007 ", Start).Error);
        Assert.True(registration.Decline(contact, DeclineReason.Other, "Not now.", Start).IsSuccess);
    }

    [Fact]
    public void The_comparison_code_has_six_characters_that_cannot_be_misheard() =>
        Assert.Matches("^[2346789ABCDEFGHJKMNPQRTWXYZ]{6}$", SubmitNew().ComparisonCode);
}
