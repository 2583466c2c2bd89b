using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class EmailSendingOnSqlite() : EmailSendingTests(DatabaseKind.Sqlite);

public sealed class EmailSendingOnPostgreSql() : EmailSendingTests(DatabaseKind.PostgreSql);

public abstract class EmailSendingTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Email:MaximumAttempts"] = "3", ["Email:FirstRetrySeconds"] = "30",
            ["Email:LeaseSeconds"] = "120" };

    [Fact]
    public async Task A_due_email_is_sent_once_and_noted()
    {
        var email = await QueueAsync();

        Assert.Equal(1, await SendAsync());
        Assert.Equal(0, await SendAsync());
        Assert.Single(Host.Emails.Sent);
        var sent = await LoadAsync(email);
        Assert.Equal((EmailState.Sent, 1), (sent.State, sent.Attempts));
        Assert.Equal(Host.Time.GetUtcNow().UtcDateTime, sent.SentAt);
        Assert.Contains("email.sent", await AuditedAsync());
    }

    [Fact]
    public async Task The_secret_goes_out_with_the_email_and_is_then_forgotten()
    {
        var secret = LinkSecrets.New();
        var email =
            await QueueAsync(
                Letters.Queued(text: $"/x/{OutgoingEmail.SecretPlaceholder}", secret: Host.Get<LinkSecrets>().Protect(secret)));
        await SendAsync();

        Assert.Equal($"/x/{secret}", Assert.Single(Host.Emails.Sent).TextBody);
        Assert.Null((await LoadAsync(email)).ProtectedSecret);
    }

    [Fact]
    public async Task A_secret_that_can_no_longer_be_read_fails_the_email()
    {
        var email = await QueueAsync(Letters.Queued(secret: "not encrypted by this console"));
        await SendAsync();

        Assert.Empty(Host.Emails.Sent);
        Assert.Equal(EmailState.Failed, (await LoadAsync(email)).State);
    }

    [Fact]
    public async Task A_passing_failure_only_delays()
    {
        var email = await QueueAsync();
        Host.Emails.Failure = new IOException("451 Busy");
        await SendAsync();

        var delayed = await LoadAsync(email);
        Assert.Equal((EmailState.Queued, 1, "451 Busy"), (delayed.State, delayed.Attempts, delayed.LastError));
        Assert.InRange((delayed.NextAttemptAt - Host.Time.GetUtcNow().UtcDateTime).TotalSeconds, 15, 30);

        Host.Emails.Failure = null;
        Assert.Equal(0, await SendAsync());
        Host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await SendAsync());
        Assert.Equal((EmailState.Sent, null), ((await LoadAsync(email)).State, (await LoadAsync(email)).LastError));
        Assert.Equal(["email.delayed", "email.sent"], await AuditedAsync());
    }

    [Fact]
    public async Task A_refusal_for_good_fails_at_once_with_the_servers_words()
    {
        var email = await QueueAsync();
        Host.Emails.Failure = new EmailDeliveryException(DeliveryTrouble.MailboxUnknown, "550 5.1.1 No such user", isFinal: true);
        await SendAsync();

        var failed = await LoadAsync(email);
        Assert.Equal((EmailState.Failed, "550 5.1.1 No such user"), (failed.State, failed.LastError));
        Assert.Equal(["email.failed"], await AuditedAsync());
    }

    [Fact]
    public async Task It_gives_up_after_the_last_try()
    {
        var email = await QueueAsync();
        Host.Emails.Failure = new IOException("Nobody answers");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(1, await SendAsync());
            Host.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(0, await SendAsync());
        Assert.Equal((EmailState.Failed, 3), ((await LoadAsync(email)).State, (await LoadAsync(email)).Attempts));
        Assert.Equal(["email.delayed", "email.delayed", "email.failed"], await AuditedAsync());
    }

    [Fact]
    public async Task Two_nodes_send_each_email_exactly_once()
    {
        for (var number = 0; number < 25; number++)
            await QueueAsync(Letters.Queued(subject: $"Mail {number}"));

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var node = ActivatorUtilities.CreateInstance<EmailSending>(Host.Services);
            while (await node.SendDueAsync(default) > 0)
            {
            }
        })));

        Assert.Equal(25, Host.Emails.Sent.Count);
        Assert.Equal(25, Host.Emails.Sent.Select(message => message.MessageId).Distinct().Count());
        Assert.Equal(25, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(email => email.State == EmailState.Sent)));
    }

    [Fact]
    public async Task A_node_that_dies_between_sending_and_noting_leaves_an_email_that_goes_out_again_under_the_same_id()
    {
        var email = await QueueAsync();
        await Host.Emails.SendAsync(Host.Get<EmailMessageBuilder>().Build(email, null), default);
        await ClaimByADeadNodeAsync(email);

        Assert.Equal(0, await SendAsync());
        Host.Time.Advance(TimeSpan.FromSeconds(120));
        Assert.Equal(1, await SendAsync());
        Assert.Equal(2, Host.Emails.Sent.Count);
        Assert.Single(Host.Emails.Sent.Select(message => message.MessageId).Distinct());
        Assert.Equal(EmailState.Sent, (await LoadAsync(email)).State);
    }

    [Fact]
    public async Task Stopping_ends_after_the_email_under_way()
    {
        await QueueAsync();
        await QueueAsync();
        using var stopping = new CancellationTokenSource();
        var node = ActivatorUtilities.CreateInstance<EmailSending>(Host.Services, new BusyTransport(stopping.CancelAsync));

        Assert.Equal(1, await node.SendDueAsync(stopping.Token));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(email => email.State == EmailState.Sent)));
    }

    [Fact]
    public async Task An_email_taken_back_while_it_is_sent_is_told_as_sent_before_that()
    {
        var email = await QueueAsync();
        var slow = new BusyTransport(() => Host.StoreAsync(async db =>
        {
            (await db.Set<OutgoingEmail>().SingleAsync()).Cancel(Letters.Written);
            return await db.SaveChangesAsync();
        }));
        await ActivatorUtilities.CreateInstance<EmailSending>(Host.Services, slow).SendDueAsync(default);

        var sent = await LoadAsync(email);
        Assert.Equal((EmailState.Overtaken, Host.Time.GetUtcNow().UtcDateTime, 1), (sent.State, sent.SentAt!.Value, sent.Attempts));
        Assert.Equal(["email.cancelled", "email.sent"], await AuditedAsync());
    }

    [Fact]
    public async Task An_email_taken_back_while_the_mail_server_refuses_it_is_not_sent()
    {
        var email = await QueueAsync();
        var slow = new BusyTransport(async () =>
        {
            await Host.ChangeAsync(email, mail => mail.Cancel(Letters.Written));
            throw new IOException("451 Busy");
        });
        await ActivatorUtilities.CreateInstance<EmailSending>(Host.Services, slow).SendDueAsync(default);

        Assert.Equal((EmailState.Cancelled, (DateTime?)null), ((await LoadAsync(email)).State, (await LoadAsync(email)).SentAt));
    }

    private Task<int> SendAsync() => Host.Get<EmailSending>().SendDueAsync(default);

    private async Task<OutgoingEmail> QueueAsync(OutgoingEmail? email = null)
    {
        email ??= Letters.Queued();
        await Host.AddAsync(email);
        return email;
    }

    private Task<OutgoingEmail> LoadAsync(OutgoingEmail email) =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().SingleAsync(found => found.Id == email.Id));

    private Task<List<string>> AuditedAsync() =>
        Host.StoreAsync(db => db.Set<AuditEntry>().OrderBy(entry => entry.Sequence).Select(entry => entry.Code).ToListAsync());

    private Task<int> ClaimByADeadNodeAsync(OutgoingEmail email) =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(found => found.Id == email.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.NextAttemptAt, Host.Time.GetUtcNow().UtcDateTime.AddSeconds(120))));

    private sealed class BusyTransport(Func<Task> meanwhile) : IEmailTransport
    {
        public Task SendAsync(WrittenEmail mail, CancellationToken ct) => meanwhile();
    }
}
