using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Tests.Support;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using SmtpSecurity = Ephyto.AdminConsole.Platform.Email.SmtpSecurity;
using ServerSecurity = Ephyto.AdminConsole.Tests.Support.SmtpSecurity;

namespace Ephyto.AdminConsole.Tests.Platform.Email;

public sealed class SmtpTransportTests
{
    [Theory]
    [InlineData("None", "None", false)]
    [InlineData("None", "Auto", false)]
    [InlineData("StartTls", "StartTls", false)]
    [InlineData("StartTls", "StartTls", true)]
    [InlineData("StartTls", "Auto", true)]
    [InlineData("Tls", "ImplicitTls", true)]
    public async Task A_mail_arrives(string server, string security, bool authentication)
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

        await Assert.ThrowsAsync<SslHandshakeException>(() => SendAsync(transport));
        Assert.Empty(smtp.Messages);
    }

    [Fact]
    public async Task A_server_without_the_encryption_asked_for_gets_nothing()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var transport = Transport(smtp, SmtpSecurity.StartTls);

        await Assert.ThrowsAsync<NotSupportedException>(() => SendAsync(transport));
        Assert.Empty(smtp.Messages);
    }

    [Fact]
    public async Task A_password_is_not_sent_in_clear()
    {
        await using var smtp = await SmtpServer.StartAsync();
        using var transport = Transport(smtp, SmtpSecurity.Auto, authentication: true);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(transport));
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

        Assert.Equal("550 5.1.1 No such user here", (await Assert.ThrowsAsync<EmailRefusedException>(() => SendAsync(transport))).Message);
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

        Assert.Equal(answer, SmtpWords.Of(await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(transport))));
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

        Assert.Equal("451 4.3.0 Busy", SmtpWords.Of(await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(transport))));
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
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(transport));

        await smtp.StartAgainAsync();
        await SendAsync(transport);
        await transport.RestAsync(default);
        await SendAsync(transport);
        Assert.NotEmpty(await smtp.MessagesAsync(2));
    }

    [Fact]
    public async Task A_wrong_password_is_not_the_mails_fault()
    {
        await using var smtp = await SmtpServer.StartAsync(ServerSecurity.StartTls, authentication: true);
        using var transport = Transport(smtp, SmtpSecurity.StartTls, authentication: true, trustAny: true, password: "wrong");

        await Assert.ThrowsAsync<AuthenticationException>(() => SendAsync(transport));
    }

    private static Task SendAsync(SmtpTransport transport) => transport.SendAsync(Letters.Builder().Build(Letters.Queued(), null), default);

    private static SmtpTransport Transport(
        SmtpServer server, SmtpSecurity security = SmtpSecurity.None, bool authentication = false, bool trustAny = false, string password = SmtpServer.Password) =>
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
