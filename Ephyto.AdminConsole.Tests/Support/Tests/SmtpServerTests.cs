using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public sealed class SmtpServerTests
{
    private static readonly MimeMessage Letter = new(
        [new MailboxAddress("Console", "console@example.org")],
        [new MailboxAddress("Reader", "reader@example.org")],
        "Démarche",
        new TextPart("plain") { Text = "A word." });

    [Theory]
    [InlineData("None", SecureSocketOptions.None, false)]
    [InlineData("None", SecureSocketOptions.None, true)]
    [InlineData("StartTls", SecureSocketOptions.StartTls, false)]
    [InlineData("StartTls", SecureSocketOptions.StartTls, true)]
    [InlineData("Tls", SecureSocketOptions.SslOnConnect, true)]
    public async Task A_message_arrives_whole(string security, SecureSocketOptions options, bool authentication)
    {
        await using var server = await SmtpServer.StartAsync(Enum.Parse<SmtpSecurity>(security), authentication);
        using var client = await ConnectAsync(server, options);
        if (authentication)
            await client.AuthenticateAsync(SmtpServer.User, SmtpServer.Password);
        await client.SendAsync(Letter);

        var received = Assert.Single(await server.MessagesAsync(1));
        Assert.Equal("Démarche", received.Message.Subject);
        Assert.Equal("A word.", received.Message.TextBody?.TrimEnd());
        Assert.Equal(["reader@example.org"], received.Envelope.To);
        Assert.Equal(options != SecureSocketOptions.None, received.Envelope.Encrypted);
        Assert.Equal(authentication ? SmtpServer.User : null, received.Envelope.User);
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var server = await SmtpServer.StartAsync(SmtpSecurity.StartTls, authentication: true);
        using var client = await ConnectAsync(server, SecureSocketOptions.StartTls);

        await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync(SmtpServer.User, "wrong"));
    }

    [Theory]
    [InlineData("451 4.3.0 Busy", true)]
    [InlineData("554 5.7.1 Refused", false)]
    public async Task It_refuses_as_often_as_it_is_told(string reply, bool atRecipient)
    {
        await using var server = await SmtpServer.StartAsync();
        server.Refuse(reply, times: 2, atRecipient);
        using var client = await ConnectAsync(server, SecureSocketOptions.None);

        for (var refused = 0; refused < 2; refused++)
        {
            var answer = await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(Letter));
            Assert.Equal(reply[..3], $"{(int)answer.StatusCode}");
        }
        await client.SendAsync(Letter);
        Assert.Single(await server.MessagesAsync(1));
    }

    [Fact]
    public async Task A_stopped_server_takes_no_connection_and_starts_again_on_its_port()
    {
        await using var server = await SmtpServer.StartAsync();
        server.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(server, SecureSocketOptions.None));

        await server.StartAgainAsync();
        using var client = await ConnectAsync(server, SecureSocketOptions.None);
        await client.SendAsync(Letter);
        Assert.Single(await server.MessagesAsync(1));
    }

    private static async Task<SmtpClient> ConnectAsync(SmtpServer server, SecureSocketOptions options)
    {
        var client = new SmtpClient(new NullProtocolLogger()) { CheckCertificateRevocation = false };
        client.ServerCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost";
        await client.ConnectAsync("127.0.0.1", server.Port, options);
        return client;
    }
}
