using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Tests.DomainModel.Notifications;

/// <summary>What officers may do with a mail, and that nothing they do rewrites what happened.</summary>
public sealed class OutgoingEmailTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = Actor.User(Guid.NewGuid());
    private static readonly EmailAddress Right = EmailAddress.TryParse("right@example.org")!;

    [Fact]
    public void A_failed_mail_is_repeated_as_another_mail_and_stays_what_it_was()
    {
        var mail = Failed(Mail());

        var again = mail.Repeat(Officer, Now.AddHours(1)).Value;

        Assert.Equal((EmailState.Failed, 1, again.Id), (mail.State, mail.Attempts, mail.ResentAs!.Value));
        Assert.Equal((EmailState.Queued, 0, mail.Id), (again.State, again.Attempts, again.ResendOf!.Value));
        Assert.Equal((mail.To, mail.Text, mail.Html, mail.Subject, mail.Kind),
            (again.To, again.Text, again.Html, again.Subject, again.Kind));
        Assert.NotEqual(mail.Id, again.Id);
        Assert.Equal(EmailErrors.AlreadyResent, mail.Repeat(Officer, Now).Error);
    }

    [Fact]
    public void A_sent_mail_may_be_repeated_and_a_waiting_one_may_not()
    {
        var sent = Mail();
        sent.MarkSent(Now);

        Assert.True(sent.Repeat(Officer, Now).IsSuccess);
        Assert.Equal(EmailErrors.NotPossibleNow, Mail().Repeat(Officer, Now).Error);
    }

    [Fact]
    public void A_mail_that_the_console_took_back_is_not_repeated_but_one_that_an_officer_took_back_is()
    {
        var (untrue, withheld) = (Mail(), Mail());
        untrue.Cancel(Now);
        Assert.True(withheld.CancelBy(Officer, Now).IsSuccess);

        Assert.Equal(EmailErrors.NoLongerTrue, untrue.Repeat(Officer, Now).Error);
        Assert.Equal(Officer.Id, withheld.CancelledBy);
        Assert.True(withheld.Repeat(Officer, Now).IsSuccess);
    }

    [Fact]
    public void A_mail_that_arrived_although_the_console_took_it_back_is_not_repeated_either()
    {
        var mail = Mail();
        mail.Cancel(Now);
        mail.MarkSent(Now.AddSeconds(1));

        Assert.Equal((EmailState.Overtaken, Now.AddSeconds(1)), (mail.State, mail.SentAt!.Value));
        Assert.Equal(["email.cancelled", "email.sent"], mail.DomainEvents.Select(happened => happened.Code));
        Assert.Equal(EmailErrors.NoLongerTrue, mail.Repeat(Officer, Now).Error);
        Assert.Equal(EmailErrors.NotPossibleNow, mail.CancelBy(Officer, Now).Error);
    }

    [Fact]
    public void A_mail_with_a_secret_is_never_repeated_word_by_word()
    {
        var mail = Failed(Mail(secret: "protected"));

        Assert.Null(mail.ProtectedSecret);
        Assert.True(mail.CarriesSecret);
        Assert.Equal(EmailErrors.LinkErased, mail.Repeat(Officer, Now).Error);
    }

    [Fact]
    public void A_corrected_address_is_another_mail_and_a_waiting_one_is_not_sent_any_more()
    {
        var mail = Mail();

        var again = mail.Readdress(Right, Officer, Now).Value;

        Assert.Equal(("reader@example.org", EmailState.Cancelled), (mail.To, mail.State));
        Assert.Equal(("right@example.org", EmailState.Queued), (again.To, again.State));
        Assert.Equal(["email.cancelled", "email.readdressed"], mail.DomainEvents.Select(happened => happened.Code));
        Assert.DoesNotContain(mail.DomainEvents.SelectMany(happened => happened.Facts.Values),
            fact => fact.Value?.Contains('@', StringComparison.Ordinal) is true);
    }

    [Fact]
    public void The_address_of_a_secret_link_and_of_a_notice_about_an_account_is_never_corrected_here()
    {
        Assert.Equal(EmailErrors.AddressOfLink, Mail(secret: "protected").Readdress(Right, Officer, Now).Error);
        Assert.Equal(EmailErrors.AddressOfLink, Failed(Mail(secret: "protected")).Readdress(Right, Officer, Now).Error);
        Assert.Equal(EmailErrors.AddressOfAccount, Mail(about: SubjectKinds.Account).Readdress(Right, Officer, Now).Error);
    }

    [Fact]
    public void The_same_address_and_a_sent_mail_are_nothing_to_correct()
    {
        var sent = Mail();
        sent.MarkSent(Now);

        Assert.Equal(EmailErrors.SameAddress, Mail().Readdress(EmailAddress.TryParse("READER@example.org")!, Officer, Now).Error);
        Assert.Equal(EmailErrors.NotPossibleNow, sent.Readdress(Right, Officer, Now).Error);
    }

    [Fact]
    public void A_waiting_mail_is_hastened_and_a_finished_one_is_not()
    {
        var mail = Mail();
        mail.MarkDelayed("451 Busy", Now.AddHours(1), Now, DeliveryTrouble.TryLater);

        Assert.True(mail.Hasten(Officer, Now.AddMinutes(1)).IsSuccess);
        Assert.Equal((Now.AddMinutes(1), 1, DeliveryTrouble.TryLater), (mail.NextAttemptAt, mail.Attempts, mail.Trouble!.Value));
        Assert.Equal(EmailErrors.NotPossibleNow, Failed(Mail()).Hasten(Officer, Now).Error);
    }

    [Fact]
    public void A_failure_is_dealt_with_once_and_a_mail_that_did_not_fail_or_was_sent_again_has_none()
    {
        var (mail, repeated) = (Failed(Mail()), Failed(Mail()));
        repeated.Repeat(Officer, Now);

        Assert.True(mail.SettleBy(Officer, Now.AddHours(1)).IsSuccess);
        Assert.Equal((EmailState.Failed, Now.AddHours(1), Officer.Id), (mail.State, mail.SettledAt!.Value, mail.SettledBy!.Value));
        Assert.Equal(EmailErrors.AlreadySettled, mail.SettleBy(Officer, Now).Error);
        Assert.Equal(EmailErrors.AlreadyResent, repeated.SettleBy(Officer, Now).Error);
        Assert.Equal(EmailErrors.NotPossibleNow, Mail().SettleBy(Officer, Now).Error);
        Assert.True(mail.Repeat(Officer, Now).IsSuccess);
    }

    [Theory]
    [InlineData(true, "reader@example.org", "reader@example.org", "Subject", true)]
    [InlineData(true, "former@example.org", "reader@example.org", "Subject", true)]
    [InlineData(false, "reader@example.org", "reader@example.org", "Subject", true)]
    [InlineData(false, "former@example.org", "reader@example.org", "Subject", false)]
    [InlineData(false, "reader@example.org", "reader@example.org", "Other words", false)]
    public void A_newer_mail_takes_the_place_of_one_that_failed_where_it_says_the_same(bool secret, string before, string now,
        string subject, bool expected)
    {
        var about = Guid.NewGuid();
        var older = Failed(Mail(secret ? "protected" : null, to: before, id: about));
        var newer = Mail(secret ? "protected" : null, to: now, id: about, subject: subject, at: Now.AddHours(1));

        older.SettleFor(newer, Now.AddHours(1));

        Assert.Equal((expected, (Guid?)null), (older.SettledAt is not null, older.SettledBy));
        Assert.Equal(expected, older.DomainEvents.OfType<EmailSettled>().Any());
    }

    [Fact]
    public void Neither_an_older_mail_nor_one_about_something_else_settles_a_failure()
    {
        var (about, secret) = (Guid.NewGuid(), "protected");
        var failed = Failed(Mail(secret, id: about));

        failed.SettleFor(Mail(secret, id: about), Now);
        failed.SettleFor(Mail(secret, id: Guid.NewGuid(), at: Now.AddHours(1)), Now);

        Assert.Null(failed.SettledAt);
    }

    [Fact]
    public void Sending_is_paused_once_and_resumed_once()
    {
        var sending = (SendingSwitch)Activator.CreateInstance(typeof(SendingSwitch), nonPublic: true)!;

        Assert.Equal(EmailErrors.NotPaused, sending.Resume(Officer, Now).Error);
        Assert.True(sending.Pause("  The server moves.\u0007 ", Officer, Now).IsSuccess);
        Assert.Equal((Now, Officer.Id, "The server moves."), (sending.PausedAt!.Value, sending.PausedBy!.Value, sending.Reason));
        Assert.Equal(EmailErrors.AlreadyPaused, sending.Pause(null, Officer, Now).Error);
        Assert.True(sending.Resume(Officer, Now).IsSuccess);
        Assert.Equal((null, null, null), (sending.PausedAt, sending.PausedBy, sending.Reason));
        Assert.Equal(["sending.paused", "sending.resumed"], sending.DomainEvents.Select(happened => happened.Code));
        Assert.All(sending.DomainEvents, happened => Assert.Empty(happened.Facts));
    }

    private static OutgoingEmail Mail(
        string? secret = null, string about = SubjectKinds.Nppo, string to = "reader@example.org", Guid? id = null,
        string subject = "Subject", DateTime? at = null) => OutgoingEmail.Queue(
        new ComposedEmail("nppo.suspended", EmailAddress.TryParse(to)!, "en", subject,
            secret is null ? "Text" : $"https://console.example.org/x/{OutgoingEmail.SecretPlaceholder}", "<p>Html</p>", secret),
        new(about, id ?? Guid.NewGuid()), at ?? Now);

    private static OutgoingEmail Failed(OutgoingEmail mail)
    {
        mail.MarkFailed("550 5.1.1 No such user", Now, DeliveryTrouble.MailboxUnknown);
        return mail;
    }
}
