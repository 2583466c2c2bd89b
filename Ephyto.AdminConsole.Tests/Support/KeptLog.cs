using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// What a console logs while tests run: kept for them to ask, and shown with the test that fails, not with those that do not.
/// </summary>
internal sealed class KeptLog : ILoggerProvider
{
    private const int Most = 200;

    private readonly ConcurrentQueue<string> _entries = new();

    /// <summary>The newest of them, the oldest first.</summary>
    public IReadOnlyCollection<string> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    public override string ToString() => string.Join(Environment.NewLine, _entries);

    private void Keep(string entry)
    {
        _entries.Enqueue(entry);
        while (_entries.Count > Most) _entries.TryDequeue(out _);
        try
        {
            TestContext.Current.TestOutputHelper?.WriteLine(entry);
        }
        catch (InvalidOperationException)
        {
            // The test that began it is over.
        }
    }

    private sealed class Category(KeptLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log.Keep($"{logLevel}: {name}: {formatter(state, exception)}{(exception is null ? "" : $"{Environment.NewLine}{exception}")}");
    }
}
