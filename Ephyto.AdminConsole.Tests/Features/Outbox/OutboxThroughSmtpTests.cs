using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Emails.Delivery;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmtpSecurity = Ephyto.AdminConsole.Platform.Emails.SmtpSecurity;

namespace Ephyto.AdminConsole.Tests.Features.Outbox;

/// <summary>The officers' acts, with a real mail server at the other end and the real dispatcher between.</summary>
public sealed class OutboxThroughSmtpTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private SmtpServer? _server;
    private SmtpTransport? _transport;
    private EmailDispatcher? _dispatcher;
    private Actor _officer = Actor.Anonymous;

    private SmtpServer Server => _server!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _server = await SmtpServer.StartAsync();
        _transport = new SmtpTransport(
            Options.Create(new SmtpOptions { Host = Server.Host, Port = Server.Port, Security = SmtpSecurity.None, TimeoutSeconds = 15 }),
            Options.Create(Tests.Platform.Emails.Letters.Hub()));
        var sending = ActivatorUtilities.CreateInstance<EmailSending>(Host.Services, _transport);
        _dispatcher = ActivatorUtilities.CreateInstance<EmailDispatcher>(Host.Services, sending, _transport);
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
    }

    public override async ValueTask DisposeAsync()
    {
        await _dispatcher!.StopAsync(default);
        _dispatcher.Dispose();
        _transport!.Dispose();
        await Server.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_refused_recipient_is_told_in_words_corrected_and_delivered()
    {
        Server.Refuse("550 5.1.1 No such user here", times: 1, atRecipient: true);
        var email = Host.Notice("wrnog@example.org");
        await Host.AddAsync(email);
        await _dispatcher!.StartAsync(default);
        await Eventually.TrueAsync(async () => (await Host.EmailAsync(email.Id)).State == EmailState.Failed, "the refusal");
        var failed = Assert.Single((await Host.EmailsAsync(_officer, state: EmailState.Failed)).Page.Items);
        Assert.Equal((DeliveryTrouble.MailboxUnknown, "550 5.1.1 No such user here"), (failed.Trouble!.Value, failed.LastError!));

        var again = (await Host.CorrectAsync(email.Id, "wrong@example.org", _officer)).Value;

        var received = Assert.Single(await Server.MessagesAsync(1));
        Assert.Equal("wrong@example.org", Assert.Single(received.Envelope.To));
        Assert.StartsWith($"{again:N}@", received.Message.MessageId, StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (await Host.EmailAsync(again)).State == EmailState.Sent, "the delivery to be noted");
    }

    [Fact]
    public async Task While_paused_nothing_reaches_the_server_and_after_the_resumption_everything_does()
    {
        await Host.PauseAsync(_officer);
        await Host.AddAsync(Host.Notice("one@example.org"), Host.Notice("two@example.org"));
        await _dispatcher!.StartAsync(default);
        Assert.Equal(0, await ActivatorUtilities.CreateInstance<EmailSending>(Host.Services, _transport!).SendDueAsync(default));
        Assert.Empty(Server.Messages);

        await Host.ResumeAsync(_officer);

        var received = await Server.MessagesAsync(2);
        Assert.Equal(["one@example.org", "two@example.org"],
            received.Select(message => message.Envelope.To.Single()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_full_mailbox_has_room_again_and_the_message_is_sent_once_more()
    {
        Server.Refuse("552 5.2.2 Over quota", times: 1);
        var email = Host.Notice();
        await Host.AddAsync(email);
        await _dispatcher!.StartAsync(default);
        await Eventually.TrueAsync(async () => (await Host.EmailAsync(email.Id)).State == EmailState.Failed, "the refusal");
        Assert.Equal(DeliveryTrouble.MailboxFull, (await Host.EmailAsync(email.Id)).Trouble);

        await Host.ResendAsync(email.Id, _officer);

        Assert.Equal("reader@example.org", Assert.Single(await Server.MessagesAsync(1)).Envelope.To.Single());
    }
}
