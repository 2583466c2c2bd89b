using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using static Ephyto.AdminConsole.Tests.DomainModel.Registrations.RegistrationSample;

namespace Ephyto.AdminConsole.Tests.DomainModel.Registrations;

/// <summary>What a new entry of the directory does to a registration under way.</summary>
public class DirectoryEffectTests
{
    private const string Same = "Contact-Point.CI@example.org";
    private const string Other = "new@example.org";

    [Theory]
    [InlineData(EscalationReason.NoContactPoint, Same, DirectoryEffect.BackToContact)]
    [InlineData(EscalationReason.NoContactPoint, Other, DirectoryEffect.BackToContact)]
    [InlineData(EscalationReason.Undeliverable, Same, DirectoryEffect.StaysWithSecretariat)]
    [InlineData(EscalationReason.Undeliverable, Other, DirectoryEffect.BackToContact)]
    [InlineData(EscalationReason.SteppedAside, Same, DirectoryEffect.StaysWithSecretariat)]
    [InlineData(EscalationReason.SteppedAside, Other, DirectoryEffect.BackToContact)]
    [InlineData(EscalationReason.ReportedOutOfDate, Same, DirectoryEffect.StaysWithSecretariat)]
    [InlineData(EscalationReason.ReportedOutOfDate, Other, DirectoryEffect.BackToContact)]
    [InlineData(EscalationReason.Silence, Same, DirectoryEffect.SameAddress)]
    [InlineData(EscalationReason.Silence, Other, DirectoryEffect.NewContact)]
    [InlineData(EscalationReason.Contested, Other, DirectoryEffect.StaysWithSecretariat)]
    [InlineData(EscalationReason.Countersignature, Other, DirectoryEffect.StaysWithSecretariat)]
    [InlineData(EscalationReason.SelfConfirmation, Other, DirectoryEffect.StaysWithSecretariat)]
    public void An_entry_mends_only_the_want_of_a_contact(EscalationReason why, string address, DirectoryEffect effect) =>
        Assert.Equal(effect,
            Registration.EffectOf(RegistrationStatus.Escalated, why, "contact-point.ci@example.org", Contact(email: address).Details));

    [Theory]
    [InlineData(RegistrationStatus.Submitted)]
    [InlineData(RegistrationStatus.InformationRequested)]
    [InlineData(RegistrationStatus.Confirmed)]
    public void A_registration_that_waits_for_no_contact_goes_on(RegistrationStatus status) =>
        Assert.Equal(DirectoryEffect.GoesOn, Registration.EffectOf(status, null, Same, Contact(email: Other).Details));

    [Theory]
    [InlineData("Contact-Point.CI@EXAMPLE.org", "contact-point.ci@example.org", DirectoryEffect.SameAddress)]
    [InlineData("nobody", "nobody", DirectoryEffect.SameAddress)]
    [InlineData("nobody", "somebody", DirectoryEffect.NewContact)]
    [InlineData(null, "nobody", DirectoryEffect.NewContact)]
    public void Addresses_are_compared_as_mail_servers_do(string? asked, string entry, DirectoryEffect effect) =>
        Assert.Equal(effect, Registration.EffectOf(RegistrationStatus.AwaitingContactPoint, null, asked, Contact(email: entry).Details));

    [Fact]
    public void A_late_answer_is_still_welcome_at_the_same_address()
    {
        var (registration, _) = In(RegistrationStatus.AwaitingContactPoint);
        Assert.True(registration.Advance(Policy, Start.AddDays(14)));
        var successor = Contact(email: Same);

        Assert.True(registration.ContactPointChanged(successor, Policy, Officer, Start.AddDays(20)).IsSuccess);

        Assert.Equal((RegistrationStatus.Escalated, EscalationReason.Silence, Start),
            (registration.Status, registration.EscalationReason!.Value, registration.AskedAt!.Value));
        Assert.Equal(AskingReason.Relinked, Assert.Single(registration.DomainEvents.OfType<ContactPointAsked>()).Why);
        Assert.True(registration.Confirm(successor, null, Policy, Start.AddDays(21)).IsSuccess);
    }

    [Fact]
    public void Reminders_go_on_where_they_were_at_the_same_address_and_begin_anew_at_another()
    {
        foreach (var (address, askedAt, reminders) in new[] { (Same, Start, 1), (Other, Start.AddDays(4), 0) })
        {
            var (registration, _) = In(RegistrationStatus.AwaitingContactPoint);
            Assert.True(registration.Advance(Policy, Start.AddDays(3)));

            Assert.True(registration.ContactPointChanged(Contact(email: address), Policy, Officer, Start.AddDays(4)).IsSuccess);

            Assert.Equal((askedAt, reminders), (registration.AskedAt!.Value, registration.RemindersSent));
        }
    }

    [Fact]
    public void Who_stepped_aside_is_followed_by_whoever_comes_next()
    {
        var (registration, _) = In(RegistrationStatus.Escalated);
        var next = Contact(email: Other, kind: ContactPointKind.OfficialContactPoint);

        Assert.True(registration.ContactPointChanged(next, Policy, Officer, Start.AddDays(1)).IsSuccess);

        Assert.Equal((RegistrationStatus.AwaitingContactPoint, null, next.Id),
            (registration.Status, registration.EscalationReason, registration.Asked!.ContactPointId));
        Assert.Equal(RegistrationErrors.NotPossibleNow, registration.ContactPointChanged(next, Policy, Officer, Start.AddDays(2)).Error);
    }
}
