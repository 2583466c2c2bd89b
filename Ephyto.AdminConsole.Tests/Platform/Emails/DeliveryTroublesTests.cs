using System.Net.Sockets;
using System.Security.Cryptography;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Emails.Delivery;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Notifications;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using SmtpSecurity = Ephyto.AdminConsole.Platform.Emails.SmtpSecurity;
using ServerSecurity = Ephyto.AdminConsole.Tests.Support.SmtpSecurity;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

/// <summary>What an answer of a mail server means.</summary>
public sealed class DeliveryTroublesTests
{
    [Theory]
    [InlineData("550 5.1.1 The email account that you tried to reach does not exist", DeliveryTrouble.MailboxUnknown)]
    [InlineData("550 5.1.10 RESOLVER.ADR.RecipientNotFound", DeliveryTrouble.MailboxUnknown)]
    [InlineData("550 No such user here", DeliveryTrouble.MailboxUnknown)]
    [InlineData("550 Requested action not taken: mailbox unavailable", DeliveryTrouble.MailboxUnknown)]
    [InlineData("450 4.1.1 <a@b.example>: Recipient address rejected: unverified address", DeliveryTrouble.MailboxUnknown)]
    [InlineData("550 5.2.1 The mailbox is disabled", DeliveryTrouble.MailboxUnknown)]
    [InlineData("550 5.1.2 Bad destination system address", DeliveryTrouble.DomainUnknown)]
    [InlineData("450 4.1.2 <a@nowhere.example>: Domain not found", DeliveryTrouble.DomainUnknown)]
    [InlineData("552 5.2.2 Over quota", DeliveryTrouble.MailboxFull)]
    [InlineData("452 4.2.2 The email account that you tried to reach is over quota", DeliveryTrouble.MailboxFull)]
    [InlineData("552 Mailbox full", DeliveryTrouble.MailboxFull)]
    [InlineData("552 5.3.4 Message size exceeds fixed limit", DeliveryTrouble.TooLarge)]
    [InlineData("554 5.7.1 Message rejected as spam", DeliveryTrouble.RefusedAsSpam)]
    [InlineData("550 5.7.26 Unauthenticated email is not accepted due to the domain's DMARC policy", DeliveryTrouble.RefusedAsSpam)]
    [InlineData("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using a block list", DeliveryTrouble.RefusedAsSpam)]
    [InlineData("554 5.7.1 <a@b.example>: Relay access denied", DeliveryTrouble.RelayDenied)]
    [InlineData("530 5.7.0 Authentication required", DeliveryTrouble.SignInRefused)]
    [InlineData("535 5.7.8 Error: authentication failed", DeliveryTrouble.SignInRefused)]
    [InlineData("451 4.7.1 Greylisted, please come back in 5 minutes", DeliveryTrouble.TryLater)]
    [InlineData("421 4.3.2 Service not available", DeliveryTrouble.TryLater)]
    [InlineData("553 5.1.8 Sender address rejected", DeliveryTrouble.SenderRefused)]
    [InlineData("The mail server takes no address with letters outside ASCII (SMTPUTF8).", DeliveryTrouble.AddressNotSupported)]
    [InlineData("554 Transaction failed", DeliveryTrouble.Other)]
    [InlineData("", DeliveryTrouble.Other)]
    [InlineData("999 9.9.9 Nonsense", DeliveryTrouble.Other)]
    public void It_is_read_from_the_answer(string answer, DeliveryTrouble meaning) =>
        Assert.Equal(meaning, DeliveryTroubles.OfWords(answer));

    [Fact]
    public void What_is_no_answer_of_a_mail_server_has_a_meaning_too()
    {
        Assert.Equal(DeliveryTrouble.NotReached, SmtpFailures.Of(new SocketException(111)).Trouble);
        Assert.Equal(DeliveryTrouble.NotReached, SmtpFailures.Of(new IOException()).Trouble);
        Assert.Equal(DeliveryTrouble.NotReached, SmtpFailures.Of(new SmtpProtocolException("The server closed the connection")).Trouble);
        Assert.Equal(DeliveryTrouble.TimedOut, SmtpFailures.Of(new TimeoutException()).Trouble);
        Assert.Equal(DeliveryTrouble.SecretUnreadable, SmtpFailures.Of(new CryptographicException()).Trouble);
        Assert.Equal(DeliveryTrouble.MailboxUnknown, DeliveryTroubles.OfWords("550 5.1.1 No such user"));
        Assert.Equal(DeliveryTrouble.SenderRefused, SmtpFailures.Of(
            new SmtpCommandException(SmtpErrorCode.SenderNotAccepted, SmtpStatusCode.MailboxUnavailable,
                new MailboxAddress("", "console@example.org"), "Not you")).Trouble);
        Assert.Equal(DeliveryTrouble.SignInRefused,
            SmtpFailures.Of(new ServiceNotAuthenticatedException("Authentication required")).Trouble);
        Assert.Equal(DeliveryTrouble.NotReached, SmtpFailures.Of(new ServiceNotConnectedException()).Trouble);
        Assert.Equal(DeliveryTrouble.Other, SmtpFailures.Of(new InvalidOperationException()).Trouble);
        Assert.Equal(DeliveryTrouble.Other, SmtpFailures.Of(new OperationCanceledException()).Trouble);
    }

    [Fact]
    public async Task A_real_server_that_is_gone_untrusted_or_without_encryption_is_told_apart()
    {
        await using var plain = await SmtpServer.StartAsync();
        Assert.Equal(DeliveryTrouble.NotEncrypted, await TroubleAsync(plain, SmtpSecurity.StartTls));
        plain.Stop();
        Assert.Equal(DeliveryTrouble.NotReached, await TroubleAsync(plain, SmtpSecurity.None));

        await using var secured = await SmtpServer.StartAsync(ServerSecurity.Tls);
        Assert.Equal(DeliveryTrouble.Certificate, await TroubleAsync(secured, SmtpSecurity.ImplicitTls));

        await using var locked = await SmtpServer.StartAsync(ServerSecurity.StartTls, authentication: true);
        Assert.Equal(DeliveryTrouble.SignInRefused, await TroubleAsync(locked, SmtpSecurity.StartTls, "wrong"));
    }

    private static async Task<DeliveryTrouble> TroubleAsync(SmtpServer server, SmtpSecurity security, string? password = null)
    {
        using var transport = new SmtpTransport(Options.Create(new SmtpOptions
        {
            Host = server.Host,
            Port = server.Port,
            Security = security,
            UserName = password is null ? "" : SmtpServer.User,
            Password = password ?? "",
            AllowInvalidCertificate = password is not null,
            TimeoutSeconds = 15,
        }), Options.Create(Letters.Hub()));
        var failure =
            await Assert.ThrowsAsync<EmailDeliveryException>(
                () => transport.SendAsync(Letters.Builder().Build(Letters.Queued(), null), default));
        return failure.Trouble;
    }
}
