using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

/// <summary>What is noted about an e-mail: in the store, where noting may fail, and in the log, where nothing private may stand.</summary>
public sealed class EmailNotingTests : IAsyncLifetime, ILoggerProvider, ILogger
{
    private readonly Refusal _refusal = new();
    private readonly List<string> _log = [];
    private ConsoleHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ConsoleHost.StartAsync(
        settings: new Dictionary<string, string?> { ["Logging:LogLevel:Ephyto"] = "Trace" },
        change: services =>
        {
            services.AddSingleton(_refusal).AddDomainEventHandler<EmailSent, Refusing>();
            services.AddLogging(logging => logging.AddProvider(this));
        });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_sent_email_that_could_not_be_noted_is_noted_later_and_not_sent_again()
    {
        await _host.AddAsync(Letters.Queued());
        _refusal.IsOn = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _host.Get<EmailSending>().SendDueAsync(default));

        _refusal.IsOn = false;
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await _host.Get<EmailSending>().SendDueAsync(default));
        Assert.Single(_host.Emails.Sent);
        var noted = await _host.StoreAsync(db => db.Set<OutgoingEmail>().SingleAsync());
        Assert.Equal((EmailState.Sent, _host.Time.Start.UtcDateTime), (noted.State, noted.SentAt));
    }

    [Fact]
    public async Task The_log_holds_neither_secrets_nor_bodies_nor_addresses()
    {
        var secret = LinkSecrets.New();
        await _host.AddAsync(
            Letters.Queued(text: $"Private words {OutgoingEmail.SecretPlaceholder}", secret: _host.Get<LinkSecrets>().Protect(secret)));
        _host.Emails.Failure = new IOException("The server does not like <Reader@example.org>");
        await _host.Get<EmailSending>().SendDueAsync(default);
        _host.Emails.Failure = null;
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        await _host.Get<EmailSending>().SendDueAsync(default);

        Assert.Contains(_log, line => line.Contains("r•••@•••.org", StringComparison.Ordinal));
        Assert.Contains(_log, line => line.Contains("The server does not like", StringComparison.Ordinal));
        Assert.DoesNotContain(_log, line => line.Contains("reader@", StringComparison.OrdinalIgnoreCase)
            || line.Contains(secret, StringComparison.Ordinal) || line.Contains("Private words", StringComparison.Ordinal));
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void IDisposable.Dispose()
    {
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_log)
            _log.Add($"{formatter(state, exception)} {exception}");
    }

    private sealed class Refusal
    {
        public bool IsOn { get; set; }
    }

    private sealed class Refusing(Refusal refusal) : IDomainEventHandler<EmailSent>
    {
        public Task HandleAsync(EmailSent happened, ConsoleDbContext db, CancellationToken ct) =>
            refusal.IsOn ? throw new InvalidOperationException("The store takes nothing.") : Task.CompletedTask;
    }
}
