using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.DomainModel.Registrations.RegistrationSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.Registrations;

/// <summary>Who decides on a registration, and what is kept of it.</summary>
public sealed class DecisionTests
{
    [Fact]
    public void The_contact_point_asks_while_it_is_waited_for_and_once()
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.True(registration.ContactPointMayAsk);
        Assert.Equal(RegistrationErrors.WordsNeeded, registration.AskQuestion(contact, " ", Policy, Start).Error);

        Assert.True(registration.AskQuestion(contact, "Who decided?", Policy, Start).IsSuccess);

        Assert.Equal((false, true), (registration.ContactPointMayAsk, registration.ContactPointMayDecide));
        Assert.Equal(RegistrationErrors.NotPossibleNow, registration.AskQuestion(contact, "Who else?", Policy, Start).Error);
    }

    [Theory]
    [InlineData(EscalationReason.Silence, true)]
    [InlineData(EscalationReason.SteppedAside, false)]
    [InlineData(EscalationReason.Undeliverable, false)]
    public void With_the_secretariat_the_contact_point_decides_only_after_its_own_silence(EscalationReason why, bool decides)
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        _ = why switch
        {
            EscalationReason.Silence => registration.Advance(Policy, Start.AddDays(14)),
            EscalationReason.SteppedAside => registration.StepAside(contact, null, Policy, Start).IsSuccess,
            _ => registration.ReportUndeliverable(Policy, Start).IsSuccess,
        };

        Assert.Equal((why, decides, decides),
            (registration.EscalationReason!.Value, registration.ContactPointMayDecide, registration.ContactPointMayAsk));
        Assert.Equal(decides ? null : RegistrationErrors.NotPossibleNow,
            registration.AskQuestion(contact, "Who decided?", Policy, Start.AddDays(15)).Error);
    }

    [Fact]
    public void The_reason_of_an_escalation_goes_with_the_question_that_follows_a_silence()
    {
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint);
        registration.Advance(Policy, Start.AddDays(14));

        registration.AskQuestion(contact, "Who decided?", Policy, Start.AddDays(15));

        Assert.Null(registration.EscalationReason);
    }

    [Fact]
    public void A_countersignature_is_asked_of_those_who_confirm_themselves_and_of_nobody_else()
    {
        var policy = Policy with { SelfConfirmation = SelfConfirmationRule.Countersign };
        var (registration, contact) = In(RegistrationStatus.AwaitingContactPoint, policy);

        Assert.True(registration.Confirm(contact, "Yes.", policy, Start.AddDays(1)).IsSuccess);

        Assert.Equal((RegistrationStatus.Confirmed, false, "Yes."),
            (registration.Status, registration.SelfConfirmed, registration.Steps[^1].Words));
        Assert.Null(registration.Steps[^1].Reason);
    }

    [Fact]
    public void A_registration_is_sent_back_only_where_there_is_a_contact_point_and_forgets_who_had_decided()
    {
        var (registration, contact) = (SubmitNew(email: "one@example.org"),
            Contact(kind: ContactPointKind.LocalContact, email: "one@example.org"));
        registration.VerifyEmail(contact, Policy, Start);
        registration.Confirm(contact, null, Policy, Start);
        Assert.Equal((true, contact.Id), (registration.SelfConfirmed, registration.DecidedBy!.ContactPointId));
        Assert.Equal(RegistrationErrors.NoContactPoint, registration.SendBack(null, Policy, Officer, Start).Error);

        Assert.True(registration.SendBack(Contact(), Policy, Officer, Start.AddDays(1)).IsSuccess);

        Assert.Equal((false, null), (registration.SelfConfirmed, registration.DecidedBy));
        Assert.Equal(AskingReason.SentBack, registration.DomainEvents.OfType<ContactPointAsked>().Last().Why);
    }

    [Fact]
    public void The_secretariat_decides_with_words()
    {
        Assert.Equal(RegistrationErrors.WordsNeeded,
            In(RegistrationStatus.Escalated).Registration.ConfirmOnEvidence(" ", Officer, Start).Error);
        var (declined, _) = In(RegistrationStatus.Escalated);
        Assert.Equal(RegistrationErrors.WordsNeeded, declined.DeclineBySecretariat(DeclineReason.Other, null, Officer, Start).Error);
        Assert.True(declined.DeclineBySecretariat(DeclineReason.Other, "Not now.", Officer, Start).IsSuccess);
        Assert.Equal((DeclineReason.Other, "Not now.", "Other"),
            (declined.DeclineReason, declined.Steps[^1].Words, declined.Steps[^1].Reason));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_withdrawal_is_told_to_a_contact_point_that_was_asked_unless_it_need_not_know(bool tell, bool told)
    {
        var (asked, _) = In(RegistrationStatus.AwaitingContactPoint);
        asked.Withdraw(null, Start, tell);
        Assert.Equal(told, Assert.IsType<RegistrationWithdrawn>(asked.DomainEvents[^1]).TellContactPoint);

        var unasked = SubmitNew();
        unasked.Withdraw(null, Start, tell);
        Assert.False(Assert.IsType<RegistrationWithdrawn>(unasked.DomainEvents[^1]).TellContactPoint);
    }

    [Fact]
    public void An_answer_needs_words_and_goes_to_the_secretariat_where_nobody_is_left_to_read_it()
    {
        var (registration, _) = In(RegistrationStatus.InformationRequested);
        Assert.Equal(RegistrationErrors.WordsNeeded, registration.Answer(" ", null, Policy, Start).Error);

        Assert.True(registration.Answer("The minister.", null, Policy, Start).IsSuccess);

        Assert.Equal((RegistrationStatus.Escalated, EscalationReason.NoContactPoint), (registration.Status, registration.EscalationReason));
    }

    [Fact]
    public void Events_tell_the_country_and_the_reason_where_there_is_one()
    {
        var registration = SubmitNew();
        Assert.Equal([new("country", EventFact.Country("CI"))], registration.DomainEvents[0].Facts);
        registration.VerifyEmail(Contact(), Policy, Start);
        Assert.Equal(("CI", "Verified"),
            (registration.DomainEvents[^1].Facts["country"].Value, registration.DomainEvents[^1].Facts["reason"].Value));
        Assert.Equal([new SubjectRef(SubjectKinds.ContactPoint, registration.Asked!.ContactPointId)],
            registration.DomainEvents[^1].AlsoAbout);
        Assert.Equal("SelfConfirmed", new RegistrationConfirmed(registration.Id, "CI", true, Officer, Start).Reason);
        Assert.Null(new RegistrationConfirmed(registration.Id, "CI", false, Officer, Start).Reason);
    }

    [Fact]
    public void The_steps_are_numbered_and_keep_who_did_what()
    {
        var (registration, contact) = In(RegistrationStatus.InformationRequested);

        Assert.Equal(Enumerable.Range(1, registration.Steps.Count), registration.Steps.Select(step => step.Number));
        Assert.Equal((ActorKind.ContactPoint, contact.Id, "Who decided?"),
            (registration.Steps[^1].ActorKind, registration.Steps[^1].ActorId, registration.Steps[^1].Words));
    }

    [Fact]
    public void A_note_of_the_staff_has_words()
    {
        Assert.Equal(RegistrationErrors.WordsNeeded, StaffNote.Write(Guid.NewGuid(), " ", Officer, Start).Error);
        Assert.Equal(("Asked.", Officer.Id),
            (StaffNote.Write(Guid.NewGuid(), " Asked.", Officer, Start).Value.Words,
                StaffNote.Write(Guid.NewGuid(), "Asked.", Officer, Start).Value.WrittenBy));
    }
}
