using MimeKit;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public sealed class MailboxTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_reader_finds_the_newest_email_and_the_link_in_it()
    {
        Write("1.eml", "Verify", "Open http://localhost:5080/register/verify/first now.", "2026-01-01T10:00Z");
        Write("2.eml", "Verify", "Open <http://localhost:5080/register/verify/second> now.", "2026-01-02T10:00Z");
        var mailbox = new Mailbox(_directory.Path);

        var email = await mailbox.MessageAsync("READER@example.org", "Verify");

        Assert.Equal("http://localhost:5080/register/verify/second", email.LinkTo("/register/verify"));
        Assert.Equal(2, mailbox.MessagesTo("reader@example.org").Count());
        Assert.Empty(mailbox.MessagesTo("another@example.org"));
    }

    private void Write(string name, string subject, string text, string date)
    {
        using var message = new MimeMessage([new MailboxAddress("", "console@example.org")], [new MailboxAddress("", "reader@example.org")],
            subject, new TextPart("plain") { Text = text });
        message.Date = DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        message.WriteTo(_directory.File(name));
    }
}
