using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class EmailDispatcherTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private EmailDispatcher? _dispatcher;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _dispatcher = ActivatorUtilities.CreateInstance<EmailDispatcher>(Host.Services);
    }

    public override async ValueTask DisposeAsync()
    {
        await _dispatcher!.StopAsync(default);
        _dispatcher.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_queued_email_wakes_it_while_the_clock_stands_still()
    {
        await _dispatcher!.StartAsync(default);
        await Host.AddAsync(Letters.Queued());
        await SentAsync(1);

        await Host.AddAsync(Letters.Queued());
        await SentAsync(2);
    }

    [Fact]
    public async Task An_email_queued_in_a_transaction_wakes_it_at_the_commit()
    {
        await _dispatcher!.StartAsync(default);
        await Host.StoreAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(Letters.Queued());
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });

        await SentAsync(1);
    }

    [Fact]
    public async Task It_looks_again_as_time_goes_by()
    {
        await Host.AddAsync(Letters.Queued());
        Host.Emails.Failure = new IOException("Nobody answers");
        await _dispatcher!.StartAsync(default);
        await Eventually.TrueAsync(async () => (await StateAsync()).Attempts == 1, "the first try");

        Host.Emails.Failure = null;
        await Eventually.TrueAsync(() =>
        {
            Host.Time.Advance(TimeSpan.FromSeconds(5));
            return Host.Emails.Sent.Count == 1;
        }, "the second try");
    }

    [Fact]
    public async Task It_outlives_a_store_that_fails()
    {
        var store = new FailingStore(Host.Get<IDbContextFactory<ConsoleDbContext>>());
        var sending = ActivatorUtilities.CreateInstance<EmailSending>(Host.Services,
            ActivatorUtilities.CreateInstance<EmailQueue>(Host.Services, store));
        using var dispatcher = ActivatorUtilities.CreateInstance<EmailDispatcher>(Host.Services, sending);
        await dispatcher.StartAsync(default);
        await Eventually.TrueAsync(() => store.Failures > 0, "a failure of the store");

        store.IsBroken = false;
        await Host.AddAsync(Letters.Queued());
        await SentAsync(1);
        await dispatcher.StopAsync(default);
    }

    private Task SentAsync(int count) => Eventually.TrueAsync(() => Host.Emails.Sent.Count == count, $"{count} sent mail(s)");

    private Task<OutgoingEmail> StateAsync() => Host.StoreAsync(db => db.Set<OutgoingEmail>().SingleAsync());

    private sealed class FailingStore(IDbContextFactory<ConsoleDbContext> inner) : IDbContextFactory<ConsoleDbContext>
    {
        public bool IsBroken { get; set; } = true;

        public int Failures { get; private set; }

        public ConsoleDbContext CreateDbContext()
        {
            if (!IsBroken)
                return inner.CreateDbContext();
            Failures++;
            throw new IOException("The disk is full.");
        }
    }
}
