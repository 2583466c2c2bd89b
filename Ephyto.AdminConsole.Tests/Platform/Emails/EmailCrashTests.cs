using System.Net;
using System.Net.Sockets;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Notifications;
using SmtpSecurity = Ephyto.AdminConsole.Tests.Support.SmtpSecurity;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

/// <summary>The real console against a real mail server it trusts, with everything going wrong in between.</summary>
public sealed class EmailCrashTests
{
    [Fact]
    public async Task A_console_killed_while_it_sends_sends_after_its_restart()
    {
        await using var smtp = await SmtpServer.StartAsync(SmtpSecurity.StartTls, authentication: true);
        smtp.Stop();
        using var silent = new TcpListener(IPAddress.Loopback, smtp.Port);
        silent.Start();
        await using var app = await ConsoleApp.StartAsync(SettingsFor(smtp));
        var email = Letters.Queued();
        await Letters.QueueAsync(app, email);
        using (await silent.AcceptTcpClientAsync())
            app.Kill();
        silent.Stop();

        await smtp.StartAgainAsync();
        await app.StartAgainAsync();
        var received = Assert.Single(await smtp.MessagesAsync(1));
        Assert.StartsWith($"{email.Id:N}@", received.Message.MessageId, StringComparison.Ordinal);
        Assert.True(received.Envelope.Encrypted);
        await SentAsync(app, email);
    }

    [Fact]
    public async Task A_mail_server_that_was_down_only_delays()
    {
        await using var smtp = await SmtpServer.StartAsync(SmtpSecurity.StartTls, authentication: true);
        smtp.Stop();
        await using var app = await ConsoleApp.StartAsync(SettingsFor(smtp));
        var email = Letters.Queued();
        await Letters.QueueAsync(app, email);
        await Eventually.TrueAsync(async () => (await Letters.LoadAsync(app, email.Id)).Attempts > 0, "a failed try");

        await smtp.StartAgainAsync();
        await smtp.MessagesAsync(1);
        await SentAsync(app, email);
    }

    private static Task SentAsync(ConsoleApp app, OutgoingEmail email) =>
        Eventually.TrueAsync(async () => (await Letters.LoadAsync(app, email.Id)).State == EmailState.Sent, "the mail to be noted as sent");

    private static Dictionary<string, string?> SettingsFor(SmtpServer smtp) => new()
    {
        ["Demo:Enabled"] = "false",
        ["Email:PollSeconds"] = "1",
        ["Email:FirstRetrySeconds"] = "1",
        ["Email:LeaseSeconds"] = "10",
        ["Smtp:TimeoutSeconds"] = "5",
        ["Smtp:Host"] = smtp.Host,
        ["Smtp:Port"] = $"{smtp.Port}",
        ["Smtp:Security"] = "StartTls",
        ["Smtp:UserName"] = SmtpServer.User,
        ["Smtp:Password"] = SmtpServer.Password,
        ["SSL_CERT_FILE"] = smtp.CertificatePath,
    };
}
