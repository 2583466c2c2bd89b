using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Tests.DomainModel.Notifications;

/// <summary>What is told of a mail: whether somebody did it by hand, and what took its place.</summary>
public sealed class EmailEventTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = Actor.User(Guid.NewGuid());

    [Fact]
    public void What_the_console_does_by_itself_and_what_somebody_does_by_hand_are_told_apart()
    {
        var (byItself, byHand) = (Mail(), Mail());
        byItself.Cancel(Now);
        byHand.CancelBy(Officer, Now);
        Assert.Equal((Actor.System, false), Told(byItself));
        Assert.Equal((Officer, true), Told(byHand));

        var (failed, another) = (Failed(), Failed());
        failed.SettleBy(Officer, Now);
        another.SettleFor(OutgoingEmail.Queue(Words, new(SubjectKinds.Nppo, another.SubjectId), Now.AddHours(1)), Now);
        Assert.Equal((Officer, true), Told(failed));
        Assert.Equal((Actor.System, false), Told(another));
    }

    [Fact]
    public void A_mail_that_is_sent_again_tells_whether_with_a_new_link()
    {
        var (repeated, renewed, fresh) = (Failed(), Failed(), Mail());
        repeated.Repeat(Officer, Now);
        Assert.True(renewed.NoteRenewed(fresh, Officer, Now).IsSuccess);

        Assert.Equal((renewed.Id, fresh.Id), (fresh.ResendOf, renewed.ResentAs));
        Assert.False(repeated.DomainEvents[^1].Facts.ContainsKey("reason"));
        Assert.Equal("NewLink", renewed.DomainEvents[^1].Facts["reason"].Value);
        Assert.Equal(EmailErrors.AlreadyResent, renewed.NoteRenewed(Mail(), Officer, Now).Error);
        Assert.False(Assert.IsType<EmailResent>(repeated.DomainEvents[^1]).WithNewLink);
        Assert.True(Assert.IsType<EmailResent>(renewed.DomainEvents[^1]).WithNewLink);
    }

    [Fact]
    public void While_a_mail_is_handed_over_nobody_takes_it_back()
    {
        var mail = Mail();
        Assert.False(mail.IsBeingSent(Now));
        Claim(mail, Now.AddMinutes(1));

        Assert.True(mail.IsBeingSent(Now));
        Assert.Equal(EmailErrors.BeingSent, mail.CancelBy(Officer, Now).Error);
        Assert.False(mail.IsBeingSent(Now.AddMinutes(1)));
        Assert.True(mail.CancelBy(Officer, Now.AddMinutes(1)).IsSuccess);
        Claim(mail, Now.AddMinutes(5));
        Assert.False(mail.IsBeingSent(Now));
    }

    [Fact]
    public void Each_attempt_counts()
    {
        var mail = Mail();
        mail.MarkDelayed("451 Busy", Now.AddHours(1), Now);
        mail.MarkSent(Now.AddHours(1));

        Assert.Equal((2, 1), (mail.Attempts, Failed().Attempts));
    }

    private static ComposedEmail Words =>
        new("nppo.suspended", EmailAddress.TryParse("reader@example.org")!, "en", "Subject", "Text", "<p>Html</p>", null);

    private static (Actor By, bool ByHand) Told(OutgoingEmail mail) =>
        (mail.DomainEvents[^1].Actor, mail.DomainEvents[^1].Facts.TryGetValue("reason", out var reason) && reason.Value == "ByHand");

    private static OutgoingEmail Mail() => OutgoingEmail.Queue(Words, new(SubjectKinds.Nppo, Guid.NewGuid()), Now);

    private static OutgoingEmail Failed()
    {
        var mail = Mail();
        mail.MarkFailed("550 5.1.1 No such user", Now);
        return mail;
    }

    /// <summary>As the store does it, for the node that takes the mail.</summary>
    private static void Claim(OutgoingEmail mail, DateTime until) =>
        typeof(OutgoingEmail).GetProperty(nameof(OutgoingEmail.ClaimedUntil))!.SetValue(mail, until);
}
