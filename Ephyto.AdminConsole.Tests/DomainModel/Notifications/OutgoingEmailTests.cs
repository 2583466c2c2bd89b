using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Tests.DomainModel.Notifications;

/// <summary>What officers may do with an e-mail, and that nothing they do rewrites what happened.</summary>
public sealed class OutgoingEmailTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = Actor.User(Guid.NewGuid());
    private static readonly EmailAddress Right = EmailAddress.TryParse("right@example.org")!;

    [Fact]
    public void A_failed_email_is_repeated_as_another_email_and_stays_what_it_was()
    {
        var email = Failed(Email());

        var again = email.Repeat(Officer, Now.AddHours(1)).Value;

        Assert.Equal((EmailState.Failed, 1, again.Id), (email.State, email.Attempts, email.ResentAs!.Value));
        Assert.Equal((EmailState.Queued, 0, email.Id), (again.State, again.Attempts, again.ResendOf!.Value));
        Assert.Equal((email.To, email.Text, email.Html, email.Subject, email.Kind),
            (again.To, again.Text, again.Html, again.Subject, again.Kind));
        Assert.NotEqual(email.Id, again.Id);
        Assert.Equal(EmailErrors.AlreadyResent, email.Repeat(Officer, Now).Error);
    }

    [Fact]
    public void A_sent_email_may_be_repeated_and_a_waiting_one_may_not()
    {
        var sent = Email();
        sent.MarkSent(Now);

        Assert.True(sent.Repeat(Officer, Now).IsSuccess);
        Assert.Equal(EmailErrors.NotPossibleNow, Email().Repeat(Officer, Now).Error);
    }

    [Fact]
    public void An_email_that_the_console_took_back_is_not_repeated_but_one_that_an_officer_took_back_is()
    {
        var (untrue, withheld) = (Email(), Email());
        untrue.Cancel(Now);
        Assert.True(withheld.CancelBy(Officer, Now).IsSuccess);

        Assert.Equal(EmailErrors.NoLongerTrue, untrue.Repeat(Officer, Now).Error);
        Assert.Equal(Officer.Id, withheld.CancelledBy);
        Assert.True(withheld.Repeat(Officer, Now).IsSuccess);
    }

    [Fact]
    public void An_email_that_arrived_although_the_console_took_it_back_is_not_repeated_either()
    {
        var email = Email();
        email.Cancel(Now);
        email.MarkSent(Now.AddSeconds(1));

        Assert.Equal((EmailState.Overtaken, Now.AddSeconds(1)), (email.State, email.SentAt!.Value));
        Assert.Equal(["email.cancelled", "email.sent"], email.DomainEvents.Select(happened => happened.Code));
        Assert.Equal(EmailErrors.NoLongerTrue, email.Repeat(Officer, Now).Error);
        Assert.Equal(EmailErrors.NotPossibleNow, email.CancelBy(Officer, Now).Error);
    }

    [Fact]
    public void An_email_with_a_secret_is_never_repeated_word_by_word()
    {
        var email = Failed(Email(secret: "protected"));

        Assert.Null(email.ProtectedSecret);
        Assert.True(email.CarriesSecret);
        Assert.Equal(EmailErrors.LinkErased, email.Repeat(Officer, Now).Error);
    }

    [Fact]
    public void A_corrected_address_is_another_email_and_a_waiting_one_is_not_sent_any_more()
    {
        var email = Email();

        var again = email.Readdress(Right, Officer, Now).Value;

        Assert.Equal(("reader@example.org", EmailState.Cancelled), (email.To, email.State));
        Assert.Equal(("right@example.org", EmailState.Queued), (again.To, again.State));
        Assert.Equal(["email.cancelled", "email.readdressed"], email.DomainEvents.Select(happened => happened.Code));
        Assert.DoesNotContain(email.DomainEvents.SelectMany(happened => happened.Facts.Values),
            fact => fact.Value?.Contains('@', StringComparison.Ordinal) is true);
    }

    [Fact]
    public void The_address_of_a_secret_link_and_of_a_notice_about_an_account_is_never_corrected_here()
    {
        Assert.Equal(EmailErrors.AddressOfLink, Email(secret: "protected").Readdress(Right, Officer, Now).Error);
        Assert.Equal(EmailErrors.AddressOfLink, Failed(Email(secret: "protected")).Readdress(Right, Officer, Now).Error);
        Assert.Equal(EmailErrors.AddressOfAccount, Email(about: SubjectKinds.Account).Readdress(Right, Officer, Now).Error);
    }

    [Fact]
    public void The_same_address_and_a_sent_email_are_nothing_to_correct()
    {
        var sent = Email();
        sent.MarkSent(Now);

        Assert.Equal(EmailErrors.SameAddress, Email().Readdress(EmailAddress.TryParse("READER@example.org")!, Officer, Now).Error);
        Assert.Equal(EmailErrors.NotPossibleNow, sent.Readdress(Right, Officer, Now).Error);
    }

    [Fact]
    public void A_waiting_email_is_hastened_and_a_finished_one_is_not()
    {
        var email = Email();
        email.MarkDelayed("451 Busy", Now.AddHours(1), Now, DeliveryTrouble.TryLater);

        Assert.True(email.Hasten(Officer, Now.AddMinutes(1)).IsSuccess);
        Assert.Equal((Now.AddMinutes(1), 1, DeliveryTrouble.TryLater), (email.NextAttemptAt, email.Attempts, email.Trouble!.Value));
        Assert.Equal(EmailErrors.NotPossibleNow, Failed(Email()).Hasten(Officer, Now).Error);
    }

    [Fact]
    public void A_failure_is_dealt_with_once_and_an_email_that_did_not_fail_or_was_sent_again_has_none()
    {
        var (email, repeated) = (Failed(Email()), Failed(Email()));
        repeated.Repeat(Officer, Now);

        Assert.True(email.SettleBy(Officer, Now.AddHours(1)).IsSuccess);
        Assert.Equal((EmailState.Failed, Now.AddHours(1), Officer.Id), (email.State, email.SettledAt!.Value, email.SettledBy!.Value));
        Assert.Equal(EmailErrors.AlreadySettled, email.SettleBy(Officer, Now).Error);
        Assert.Equal(EmailErrors.AlreadyResent, repeated.SettleBy(Officer, Now).Error);
        Assert.Equal(EmailErrors.NotPossibleNow, Email().SettleBy(Officer, Now).Error);
        Assert.True(email.Repeat(Officer, Now).IsSuccess);
    }

    [Theory]
    [InlineData(true, "reader@example.org", "reader@example.org", "Subject", true)]
    [InlineData(true, "former@example.org", "reader@example.org", "Subject", true)]
    [InlineData(false, "reader@example.org", "reader@example.org", "Subject", true)]
    [InlineData(false, "former@example.org", "reader@example.org", "Subject", false)]
    [InlineData(false, "reader@example.org", "reader@example.org", "Other words", false)]
    public void A_newer_email_takes_the_place_of_one_that_failed_where_it_says_the_same(bool secret, string before, string now,
        string subject, bool expected)
    {
        var about = Guid.NewGuid();
        var older = Failed(Email(secret ? "protected" : null, to: before, id: about));
        var newer = Email(secret ? "protected" : null, to: now, id: about, subject: subject, at: Now.AddHours(1));

        older.SettleFor(newer, Now.AddHours(1));

        Assert.Equal((expected, (Guid?)null), (older.SettledAt is not null, older.SettledBy));
        Assert.Equal(expected, older.DomainEvents.OfType<EmailSettled>().Any());
    }

    [Fact]
    public void Neither_an_older_email_nor_one_about_something_else_settles_a_failure()
    {
        var (about, secret) = (Guid.NewGuid(), "protected");
        var failed = Failed(Email(secret, id: about));

        failed.SettleFor(Email(secret, id: about), Now);
        failed.SettleFor(Email(secret, id: Guid.NewGuid(), at: Now.AddHours(1)), Now);

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

    private static OutgoingEmail Email(
        string? secret = null, string about = SubjectKinds.Nppo, string to = "reader@example.org", Guid? id = null,
        string subject = "Subject", DateTime? at = null) => OutgoingEmail.Queue(
        new ComposedEmail("nppo.suspended", EmailAddress.TryParse(to)!, "en", subject,
            secret is null ? "Text" : $"https://console.example.org/x/{OutgoingEmail.SecretPlaceholder}", "<p>Html</p>", secret),
        new(about, id ?? Guid.NewGuid()), at ?? Now);

    private static OutgoingEmail Failed(OutgoingEmail email)
    {
        email.MarkFailed("550 5.1.1 No such user", Now, DeliveryTrouble.MailboxUnknown);
        return email;
    }
}
