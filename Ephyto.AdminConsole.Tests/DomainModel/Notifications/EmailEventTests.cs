using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Tests.DomainModel.Notifications;

/// <summary>What is told of an e-mail: whether somebody did it by hand, and what took its place.</summary>
public sealed class EmailEventTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Officer = Actor.User(Guid.NewGuid());

    [Fact]
    public void What_the_console_does_by_itself_and_what_somebody_does_by_hand_are_told_apart()
    {
        var (byItself, byHand) = (Email(), Email());
        byItself.Cancel(Now);
        byHand.CancelBy(Officer, Now);
        Assert.Equal((Actor.System, false), Told(byItself));
        Assert.Equal((Officer, true), Told(byHand));

        var (failed, another) = (Failed(), Failed());
        failed.SettleBy(Officer, Now);
        another.SettleFor(OutgoingEmail.Queue(Composed, new(SubjectKinds.Nppo, another.SubjectId), Now.AddHours(1)), Now);
        Assert.Equal((Officer, true), Told(failed));
        Assert.Equal((Actor.System, false), Told(another));
    }

    [Fact]
    public void An_email_that_is_sent_again_tells_whether_with_a_new_link()
    {
        var (repeated, renewed, fresh) = (Failed(), Failed(), Email());
        repeated.Repeat(Officer, Now);
        Assert.True(renewed.NoteRenewed(fresh, Officer, Now).IsSuccess);

        Assert.Equal((renewed.Id, fresh.Id), (fresh.ResendOf, renewed.ResentAs));
        Assert.False(repeated.DomainEvents[^1].Facts.ContainsKey("reason"));
        Assert.Equal("NewLink", renewed.DomainEvents[^1].Facts["reason"].Value);
        Assert.Equal(EmailErrors.AlreadyResent, renewed.NoteRenewed(Email(), Officer, Now).Error);
        Assert.False(Assert.IsType<EmailResent>(repeated.DomainEvents[^1]).WithNewLink);
        Assert.True(Assert.IsType<EmailResent>(renewed.DomainEvents[^1]).WithNewLink);
    }

    [Fact]
    public void While_an_email_is_handed_over_nobody_takes_it_back()
    {
        var email = Email();
        Assert.False(email.IsBeingSent(Now));
        Claim(email, Now.AddMinutes(1));

        Assert.True(email.IsBeingSent(Now));
        Assert.Equal(EmailErrors.BeingSent, email.CancelBy(Officer, Now).Error);
        Assert.False(email.IsBeingSent(Now.AddMinutes(1)));
        Assert.True(email.CancelBy(Officer, Now.AddMinutes(1)).IsSuccess);
        Claim(email, Now.AddMinutes(5));
        Assert.False(email.IsBeingSent(Now));
    }

    [Fact]
    public void Each_attempt_counts()
    {
        var email = Email();
        email.MarkDelayed("451 Busy", Now.AddHours(1), Now);
        email.MarkSent(Now.AddHours(1));

        Assert.Equal((2, 1), (email.Attempts, Failed().Attempts));
    }

    private static ComposedEmail Composed =>
        new("nppo.suspended", EmailAddress.TryParse("reader@example.org")!, "en", "Subject", "Text", "<p>Html</p>", null);

    private static (Actor By, bool ByHand) Told(OutgoingEmail email) =>
        (email.DomainEvents[^1].Actor, email.DomainEvents[^1].Facts.TryGetValue("reason", out var reason) && reason.Value == "ByHand");

    private static OutgoingEmail Email() => OutgoingEmail.Queue(Composed, new(SubjectKinds.Nppo, Guid.NewGuid()), Now);

    private static OutgoingEmail Failed()
    {
        var email = Email();
        email.MarkFailed("550 5.1.1 No such user", Now);
        return email;
    }

    /// <summary>As the store does it, for the node that takes the e-mail.</summary>
    private static void Claim(OutgoingEmail email, DateTime until) =>
        typeof(OutgoingEmail).GetProperty(nameof(OutgoingEmail.ClaimedUntil))!.SetValue(email, until);
}
