using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Recover;

/// <summary>What the e-mails of a recovery say: of a new administrator, and never of a registration.</summary>
public sealed class RecoveryEmailTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Theory]
    [InlineData("en", "new administrator", "regist")]
    [InlineData("fr", "nouvel administrateur", "inscri")]
    public void Every_message_to_contact_point_and_secretariat_speaks_of_a_new_administrator(string language, string said, string notSaid)
    {
        using var culture = CultureScope.Enter(language);
        var (recovery, _) = RegistrationSample.In(RegistrationStatus.AwaitingContactPoint, kind: RegistrationKind.Recovery);
        var (contact, staff) = (Host.Get<ContactPointEmails>(), Host.Get<SecretariatEmails>());

        foreach (var email in new[]
        {
            contact.Request(recovery, null, Host.Now()), contact.Answered(recovery, "Since when?", "May.", true, null, Host.Now()),
            contact.Reminder(recovery, 2, null, Host.Now()), contact.WithdrawnNotice(recovery), contact.Receipt(recovery),
            staff.Escalated(recovery, EscalationReason.Contested, null), staff.SelfConfirmed(recovery),
        })
        {
            Assert.Contains(said, email.Subject, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(notSaid, TextOf(email), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("en", "regist")]
    [InlineData("fr", "inscri")]
    public void No_message_to_the_applicant_speaks_of_a_registration(string language, string notSaid)
    {
        using var culture = CultureScope.Enter(language);
        var (recovery, _) = RegistrationSample.In(RegistrationStatus.AwaitingContactPoint, kind: RegistrationKind.Recovery);
        var emails = Host.Get<ApplicantEmails>();

        foreach (var email in new[]
        {
            emails.Verify(recovery, Host.Now()), emails.Received(recovery), emails.TrackerLink(recovery), emails.Question(recovery, "Who?"),
            emails.AskedAnew(recovery),
            emails.Declined(recovery, DeclineReason.StillAdministered, null), emails.Expired(recovery), emails.Withdrawn(recovery),
        }.Concat(Enum.GetValues<EscalationReason>().Select(why => emails.Escalated(recovery, why))))
            Assert.DoesNotContain(notSaid, TextOf(email), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_contact_point_reads_who_asks_for_what_and_what_confirming_means()
    {
        using var culture = CultureScope.Enter("en");
        var (recovery, _) = RegistrationSample.In(RegistrationStatus.AwaitingContactPoint, kind: RegistrationKind.Recovery);

        var text = TextOf(Host.Get<ContactPointEmails>().Request(recovery, null, Host.Now()));

        Assert.Contains("is a member of the IPPC ePhyto Hub and has lost its administrator", text, StringComparison.Ordinal);
        Assert.Contains("The administrator left in May.", text, StringComparison.Ordinal);
        Assert.Contains("Ms Given Family", text, StringComparison.Ordinal);
        Assert.Contains("keep it until the new one removes them", text, StringComparison.Ordinal);
        Assert.Contains(recovery.ComparisonCode, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "We still have an administrator")]
    [InlineData("fr", "Nous avons toujours un administrateur")]
    public void The_administrators_are_told_the_button_by_its_name(string language, string button)
    {
        using var culture = CultureScope.Enter(language);
        var (recovery, _) = RegistrationSample.In(RegistrationStatus.AwaitingContactPoint, kind: RegistrationKind.Recovery);

        Assert.Contains(button, TextOf(Host.Get<AdministratorEmails>().Started(recovery)), StringComparison.Ordinal);
    }

    private static string TextOf(EmailContent email) => string.Join('\n', email.Blocks.Select(block => block switch
    {
        Paragraph paragraph => paragraph.Text,
        Quote quote => quote.Text,
        CodeBlock code => code.Code,
        ActionLink action => action.Label,
        Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Label}: {fact.Value}")),
        _ => "",
    }).Prepend(email.Subject));
}
