using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Features.Outbox;

/// <summary>Officers and dispatchers at the same e-mail at the same moment.</summary>
public abstract class OutboxParallelTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private readonly List<EmailDispatcher> _dispatchers = [];
    private Actor _officer = Actor.Anonymous;
    private Actor _colleague = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        _colleague = await Host.AppointAsync(HubRole.HubAdministrator, "Colleague");
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var dispatcher in _dispatchers)
        {
            await dispatcher.StopAsync(default);
            dispatcher.Dispose();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_email_whose_cancellation_was_confirmed_never_goes_out_while_two_dispatchers_send()
    {
        var emails = Enumerable.Range(0, 30).Select(number => Host.Notice(subject: $"Mail {number}")).ToList();
        await Host.AddAsync([.. emails]);

        // From the end: the dispatchers begin with those that wait longest, so that they meet in the middle.
        var begun = new TaskCompletionSource();
        var cancelling = Task.Run(async () =>
        {
            List<(Guid Id, DomainError? Error)> answers = [];
            foreach (var email in Enumerable.Reverse(emails))
            {
                answers.Add((email.Id, (await Host.CancelAsync(email.Id, _officer)).Error));
                begun.TrySetResult();
            }

            return answers;
        });
        // However busy the machine is, the dispatchers do not have all of them before the first is cancelled.
        await await Task.WhenAny(begun.Task, cancelling);
        await StartDispatcherAsync();
        await StartDispatcherAsync();
        var answers = await cancelling;
        await Eventually.TrueAsync(
            () => Host.StoreAsync(async db => !await db.Set<OutgoingEmail>().AnyAsync(e => e.State == EmailState.Queued)),
            "every mail to be sent or cancelled");

        var sent = Host.Emails.Sent.Select(message => Guid.ParseExact(message.MessageId!.Split('@')[0], "N")).ToList();
        var cancelled = answers.Where(answer => answer.Error is null).Select(answer => answer.Id).ToList();
        Assert.Empty(cancelled.Intersect(sent));
        Assert.Equal(emails.Select(email => email.Id).Order(), cancelled.Concat(sent).Order());
        Assert.All(answers,
            answer => Assert.Contains(answer.Error,
                new[] { null, AccessErrors.ChangedMeanwhile, EmailErrors.BeingSent, EmailErrors.NotPossibleNow }));
        Assert.NotEmpty(cancelled);
    }

    [Fact]
    public async Task An_email_in_the_hands_of_a_dispatcher_is_not_cancelled_and_not_sent_to_another_address()
    {
        var email = Host.Notice();
        await Host.AddAsync(email);
        List<DomainError?> answers = [];
        var busy = new BusyTransport(async () => answers.AddRange(
            [(await Host.CancelAsync(email.Id, _officer)).Error, (await Host.CorrectAsync(email.Id, "else@example.org", _officer)).Error,
                (await Host.ResendAsync(email.Id, _officer)).Error]));

        await ActivatorUtilities.CreateInstance<EmailSending>(Host.Services, busy).SendDueAsync(default);

        Assert.All(answers, answer => Assert.Equal(EmailErrors.BeingSent, answer));
        Assert.Equal(EmailState.Sent, (await Host.EmailAsync(email.Id)).State);
    }

    [Fact]
    public async Task An_email_that_is_taken_up_while_an_officer_decides_is_not_cancelled()
    {
        var email = Host.Notice();
        await Host.AddAsync(email);

        var cancelled = await Host.Get<EmailAct>().ActAsync(email.Id, _officer, (seen, now) =>
        {
            Assert.NotNull(Task.Run(() => Host.Get<EmailQueue>().ClaimAsync(email.Id)).GetAwaiter().GetResult());
            return seen.CancelBy(_officer, now).Error is { } refusal ? refusal : Result<OutgoingEmail>.Success(seen);
        }, default);

        Assert.Equal(AccessErrors.ChangedMeanwhile, cancelled.Error);
        Assert.Equal(EmailState.Queued, (await Host.EmailAsync(email.Id)).State);
    }

    [Fact]
    public async Task The_claim_of_a_dead_node_runs_out_and_the_email_can_be_cancelled_then()
    {
        var email = Host.Notice();
        await Host.AddAsync(email);
        await Host.Get<EmailQueue>().ClaimAsync(email.Id);
        Assert.Equal(EmailErrors.BeingSent, (await Host.CancelAsync(email.Id, _officer)).Error);

        Host.Time.Advance(TimeSpan.FromSeconds(120));

        Assert.True((await Host.CancelAsync(email.Id, _officer)).IsSuccess);
        Assert.Equal(0, await Host.SendDueAsync());
    }

    [Fact]
    public async Task Of_two_officers_who_send_again_at_once_one_succeeds()
    {
        var email = await Host.FailedAsync();

        var answers = await Task.WhenAll(Task.Run(() => Host.ResendAsync(email.Id, _officer)),
            Task.Run(() => Host.ResendAsync(email.Id, _colleague)));

        Assert.Single(answers, answer => answer.IsSuccess);
        Assert.Contains(answers.Single(answer => !answer.IsSuccess).Error,
            new[] { AccessErrors.ChangedMeanwhile, EmailErrors.AlreadyResent });
        await Host.SendDueAsync();
        Assert.Single(Host.Emails.Sent);
    }

    [Fact]
    public async Task Of_two_officers_who_cancel_and_correct_at_once_one_succeeds()
    {
        var email = Host.Notice();
        await Host.AddAsync(email);

        var answers = await Task.WhenAll(Task.Run(() => Host.CancelAsync(email.Id, _officer)),
            Task.Run(() => Host.CorrectAsync(email.Id, "else@example.org", _colleague)));

        Assert.Single(answers, answer => answer.IsSuccess);
        Assert.Contains(answers.Single(answer => !answer.IsSuccess).Error,
            new[] { AccessErrors.ChangedMeanwhile, EmailErrors.NotPossibleNow });
    }

    [Fact]
    public async Task Of_two_officers_who_pause_at_once_one_is_told_that_it_is_done()
    {
        var answers = await Task.WhenAll(Task.Run(() => Host.PauseAsync(_officer, "One")),
            Task.Run(() => Host.PauseAsync(_colleague, "Other")));

        Assert.Single(answers, answer => answer.IsSuccess);
        Assert.Contains(answers.Single(answer => !answer.IsSuccess).Error,
            new[] { AccessErrors.ChangedMeanwhile, EmailErrors.AlreadyPaused });
    }

    [Fact]
    public async Task While_the_sending_is_paused_no_node_takes_up_an_email_and_afterwards_all_go_out()
    {
        var (before, other) = (Host.Notice(subject: "Before"), Host.Notice(subject: "Other"));
        await Host.AddAsync(before, other);
        Assert.True((await Host.PauseAsync(_officer, "The mail server moves.")).IsSuccess);
        var node = ActivatorUtilities.CreateInstance<EmailSending>(Host.Services);

        Assert.Equal((0, 0), (await Host.SendDueAsync(), await node.SendDueAsync(default)));
        // A node that looked before the pause and claims after it gets nothing either.
        Assert.Null(await Host.Get<EmailQueue>().ClaimAsync(before.Id));
        Assert.Empty(Host.Emails.Sent);
        var pause = (await Host.EmailsAsync(_colleague)).Pause!;
        Assert.Equal((Host.Now(), "Officer", "The mail server moves."), (pause.Since, pause.By, pause.Reason));

        await StartDispatcherAsync();
        Assert.True((await Host.ResumeAsync(_colleague)).IsSuccess);
        await Eventually.TrueAsync(() => Host.Emails.Sent.Count == 2, "the mails that waited");
        Assert.Null((await Host.EmailsAsync(_colleague)).Pause);
    }

    private Task StartDispatcherAsync()
    {
        var dispatcher = ActivatorUtilities.CreateInstance<EmailDispatcher>(Host.Services,
            ActivatorUtilities.CreateInstance<EmailSending>(Host.Services));
        _dispatchers.Add(dispatcher);
        return dispatcher.StartAsync(default);
    }

    private sealed class BusyTransport(Func<Task> meanwhile) : IEmailTransport
    {
        public Task SendAsync(WrittenEmail email, CancellationToken ct) => meanwhile();
    }
}

public sealed class OutboxParallelOnSqlite() : OutboxParallelTests(DatabaseKind.Sqlite);

public sealed class OutboxParallelOnPostgreSql() : OutboxParallelTests(DatabaseKind.PostgreSql);
