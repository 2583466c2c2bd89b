using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Emails.Delivery;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Options;
using SmtpSecurity = Ephyto.AdminConsole.Platform.Emails.SmtpSecurity;
using ServerSecurity = Ephyto.AdminConsole.Tests.Support.SmtpSecurity;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class SmtpTransportTests
{
    [Theory]
    [InlineData("None", "None", false)]
    [InlineData("None", "Auto", false)]
    [InlineData("StartTls", "StartTls", false)]
    [InlineData("StartTls", "StartTls", true)]
    [InlineData("StartTls", "Auto", true)]
    [InlineData("Tls", "ImplicitTls", true)]
    public async Task An_email_arrives(string server, string security, bool authentication)
    {
        await using var smtp = await SmtpServer.StartAsync(Enum.Parse<ServerSecurity>(server), authentication);
        using var transport = Transport(smtp, Enum.Parse<SmtpSecurity>(security), authentication, trustAny: true);
        var message = Letters.Builder().Build(Letters.Queued(subject: "Démarche", text: "Côte d'Ivoire"), null);
        await transport.SendAsync(message, default);

        var received = Assert.Single(await smtp.MessagesAsync(1));
        Assert.Equal(message.MessageId, received.Message.MessageId);
        Assert.Equal("Démarche", received.Message.Subject);
        Assert.Equal("Côte d'Ivoire", received.Message.TextBody?.TrimEnd());
        Assert.Equal(server != "None", received.Envelope.Encrypted);
        Assert.Equal(authentication ? SmtpServer.User : null, received.Envelope.User);
        Assert.Equal(("console@example.org", "reader@example.org"), (received.Envelope.From, Assert.Single(received.Envelope.To)));
    }

    [Theory]
    [InlineData("StartTls", "StartTls")]
    [InlineData("Tls", "ImplicitTls")]
    public async Task A_server_with_a_certificate_nobody_vouches_for_gets_nothing(string server, string security)
    {
        await using var smtp = await SmtpServer.StartAsync(Enum.Parse<ServerSecurity>(server));
        using var transport = Transport(smtp, Enum.Parse<SmtpSecurity>(security));

        Assert.Equal(DeliveryTrouble.Certificate, (await FailureAsync(transport)).Trouble);
        Assert.Empty(smtp.Messages);
    }

    [Fact]
    public async Task A_server_without_the_encryption_asked_for_gets_nothing()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var transport = Transport(smtp, SmtpSecurity.StartTls);

        Assert.Equal(DeliveryTrouble.NotEncrypted, (await FailureAsync(transport)).Trouble);
        Assert.Empty(smtp.Messages);
    }

    [Fact]
    public async Task A_password_is_not_sent_in_clear()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var transport = Transport(smtp, SmtpSecurity.Auto, authentication: true);

        var refused = await FailureAsync(transport);
        Assert.Contains("no encryption", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lasting_refusal_is_told_with_the_servers_words(bool atRecipient)
    {
        await using var smtp = await SmtpServer.StartAsync();
        smtp.Refuse("550 5.1.1 No such user here", times: 1, atRecipient);
        using var transport = Transport(smtp);

        var refused = await FailureAsync(transport);

        Assert.Equal(("550 5.1.1 No such user here", true), (refused.Message, refused.IsFinal));
        await SendAsync(transport);
        Assert.Single(await smtp.MessagesAsync(1));
    }

    [Theory]
    [InlineData("554 5.7.1 <reader@example.org>: Relay access denied")]
    [InlineData("550 5.7.1 Client was not authenticated")]
    [InlineData("550 5.1.8 Sender address rejected: Domain not found")]
    public async Task A_refusal_that_is_about_the_console_and_not_about_the_reader_is_not_final(string answer)
    {
        await using var smtp = await SmtpServer.StartAsync();
        smtp.Refuse(answer, times: 1, atRecipient: true);
        using var transport = Transport(smtp);

        var refused = await FailureAsync(transport);

        Assert.Equal((answer, false), (refused.Message, refused.IsFinal));
        await SendAsync(transport);
        Assert.Single(await smtp.MessagesAsync(1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_passing_refusal_is_not_final(bool atRecipient)
    {
        await using var smtp = await SmtpServer.StartAsync();
        smtp.Refuse("451 4.3.0 Busy", times: 1, atRecipient);
        using var transport = Transport(smtp);

        var refused = await FailureAsync(transport);

        Assert.Equal(("451 4.3.0 Busy", false), (refused.Message, refused.IsFinal));
        await SendAsync(transport);
        Assert.Single(await smtp.MessagesAsync(1));
    }

    [Theory]
    [InlineData("mail", "530 5.7.0 Must issue a STARTTLS command first", DeliveryTrouble.SignInRefused, false)]
    [InlineData("mail", "530 Authentication required", DeliveryTrouble.SignInRefused, false)]
    [InlineData("mail", "503 Bad sequence of commands", DeliveryTrouble.NotUnderstood, false)]
    [InlineData("mail", "550 Not you", DeliveryTrouble.SenderRefused, false)]
    [InlineData("mail", "501 5.1.7 Bad sender", DeliveryTrouble.SenderRefused, false)]
    [InlineData("mail", "452 Out of space", DeliveryTrouble.TryLater, false)]
    [InlineData("mail", "552 5.3.4 Too big", DeliveryTrouble.TooLarge, false)]
    [InlineData("rcpt", "530 Authentication required", DeliveryTrouble.SignInRefused, false)]
    [InlineData("rcpt", "500 What?", DeliveryTrouble.NotUnderstood, false)]
    [InlineData("rcpt", "502 Not here", DeliveryTrouble.NotUnderstood, false)]
    [InlineData("rcpt", "503 Bad sequence of commands", DeliveryTrouble.NotUnderstood, false)]
    [InlineData("rcpt", "503 5.5.1 Error: need MAIL command", DeliveryTrouble.NotUnderstood, false)]
    [InlineData("rcpt", "503 This server requires authentication", DeliveryTrouble.SignInRefused, false)]
    [InlineData("rcpt", "504 No such parameter", DeliveryTrouble.NotUnderstood, false)]
    [InlineData("rcpt", "555 No such parameter", DeliveryTrouble.NotUnderstood, false)]
    [InlineData("rcpt", "450 Busy", DeliveryTrouble.TryLater, false)]
    [InlineData("rcpt", "452 4.5.3 Too many", DeliveryTrouble.TryLater, false)]
    [InlineData("rcpt", "550 5.3.2 System not accepting messages", DeliveryTrouble.TryLater, false)]
    [InlineData("rcpt", "550 Nobody", DeliveryTrouble.MailboxUnknown, true)]
    [InlineData("rcpt", "551 Elsewhere", DeliveryTrouble.MailboxUnknown, true)]
    [InlineData("rcpt", "553 Not allowed", DeliveryTrouble.MailboxUnknown, true)]
    [InlineData("rcpt", "552 Mailbox full", DeliveryTrouble.MailboxFull, true)]
    [InlineData("rcpt", "501 5.1.3 Bad address", DeliveryTrouble.AddressNotSupported, true)]
    [InlineData("rcpt", "556 5.1.10 The domain takes no mail", DeliveryTrouble.MailboxUnknown, true)]
    [InlineData("data", "503 Bad sequence of commands", DeliveryTrouble.NotUnderstood, false)]
    [InlineData("data", "530 Authentication required", DeliveryTrouble.SignInRefused, false)]
    [InlineData("data", "451 Later", DeliveryTrouble.TryLater, false)]
    [InlineData("data", "554 5.7.1 Spam", DeliveryTrouble.RefusedAsSpam, true)]
    [InlineData("data", "552 5.3.4 Too big", DeliveryTrouble.TooLarge, true)]
    [InlineData("data", "554 Transaction failed", DeliveryTrouble.Other, true)]
    public async Task An_answer_is_read_by_its_number_and_its_command(string stage, string reply, DeliveryTrouble trouble, bool isFinal)
    {
        await using var smtp = await SmtpServer.StartAsync();
        smtp.RefuseAt(stage, reply, times: 1);
        using var transport = Transport(smtp);

        var refused = await FailureAsync(transport);

        Assert.Equal((trouble, isFinal, reply), (refused.Trouble, refused.IsFinal, refused.Message));
        await SendAsync(transport);
        Assert.Single(await smtp.MessagesAsync(1));
    }

    [Fact]
    public async Task A_server_that_comes_back_is_used_again()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var transport = Transport(smtp);
        await SendAsync(transport);
        smtp.Stop();
        await FailureAsync(transport);

        await smtp.StartAgainAsync();
        await SendAsync(transport);
        await transport.RestAsync(default);
        await SendAsync(transport);
        Assert.NotEmpty(await smtp.MessagesAsync(2));
    }

    [Fact]
    public async Task A_wrong_password_is_not_the_emails_fault()
    {
        await using var smtp = await SmtpServer.StartAsync(ServerSecurity.StartTls, authentication: true);
        using var transport = Transport(smtp, SmtpSecurity.StartTls, authentication: true, trustAny: true, password: "wrong");

        var refused = await FailureAsync(transport);

        Assert.Equal((DeliveryTrouble.SignInRefused, false), (refused.Trouble, refused.IsFinal));
    }

    private static Task<EmailDeliveryException> FailureAsync(SmtpTransport transport) =>
        Assert.ThrowsAsync<EmailDeliveryException>(() => SendAsync(transport));

    private static Task SendAsync(SmtpTransport transport) => transport.SendAsync(Letters.Builder().Build(Letters.Queued(), null), default);

    private static SmtpTransport Transport(
        SmtpServer server, SmtpSecurity security = SmtpSecurity.None, bool authentication = false, bool trustAny = false,
        string password = SmtpServer.Password) =>
        new(Options.Create(new SmtpOptions
        {
            Host = server.Host,
            Port = server.Port,
            Security = security,
            UserName = authentication ? SmtpServer.User : "",
            Password = authentication ? password : "",
            AllowInvalidCertificate = trustAny,
            TimeoutSeconds = 15,
        }), Options.Create(Letters.Hub()));
}
