using System.Threading.Channels;
using Ephyto.AdminConsole.Platform.Time;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Ephyto.AdminConsole.Tests.Platform.Time;

/// <summary>What is done again and again goes on, whatever becomes of it once.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private readonly Watch _time = new();
    private readonly KeptLog _log = new();
    private readonly Work _work = new();
    private readonly ServiceCollection _services = new();
    private ServiceProvider? _console;

    [Fact]
    public async Task What_is_due_at_the_start_is_done_at_once_and_again_after_the_interval()
    {
        _services.AddClock<Work, Settings>(settings => settings.Seconds, (work, ct) => work.DoAsync(ct));
        await StartAsync();
        await _work.DoneAsync();

        await TickAsync(Interval);
        await TickAsync(Interval);
    }

    [Fact]
    public async Task What_need_not_be_done_at_the_start_is_done_when_the_interval_is_over()
    {
        _services.AddClock<Work>(Interval, (work, ct) => work.DoAsync(ct));
        await StartAsync();

        _time.Advance(Interval - TimeSpan.FromSeconds(1));
        Assert.Equal(0, _work.Times);

        await TickAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(1, _work.Times);
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task What_failed_is_said_and_done_again(Type failure)
    {
        _work.Fails = (Exception)Activator.CreateInstance(failure)!;
        _services.AddClock<Work, Settings>(settings => settings.Seconds, (work, ct) => work.DoAsync(ct));
        await StartAsync();
        await _work.DoneAsync();
        await TickAsync(Interval);

        Assert.Contains(_log.Entries, entry => entry.StartsWith("Error", StringComparison.Ordinal)
            && entry.Contains($"({nameof(Work)}) failed; it is tried again in 00:01:00", StringComparison.Ordinal));
        Assert.Contains(_log.Entries, entry => entry.Contains(failure.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_end_of_the_console_ends_what_is_under_way_and_is_no_failure()
    {
        _work.Waits = true;
        _services.AddClock<Work, Settings>(settings => settings.Seconds, (work, ct) => work.DoAsync(ct));
        await StartAsync();
        await _work.DoneAsync();

        await Worker.StopAsync(CancellationToken.None);

        Assert.Empty(_log.Entries);
    }

    [Fact]
    public async Task Every_work_has_a_clock_of_its_own()
    {
        _services.AddClock<Work>(Interval, (work, ct) => work.DoAsync(ct)).AddSingleton("another")
            .AddClock<string>(Interval, (_, _) => Task.CompletedTask);
        await StartAsync();

        Assert.Equal(2, _console!.GetServices<IHostedService>().Count());
    }

    public ValueTask InitializeAsync()
    {
        _services.AddSingleton<TimeProvider>(_time).AddSingleton(_work).AddLogging(logging => logging.AddProvider(_log))
            .AddOptions<Settings>();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.StopAsync(CancellationToken.None);
        await _console!.DisposeAsync();
    }

    private IHostedService Worker => _console!.GetServices<IHostedService>().First();

    private async Task StartAsync()
    {
        _console = _services.BuildServiceProvider();
        await Worker.StartAsync(CancellationToken.None);
        // It starts on a thread of its own: before it has its timer, no time goes by for it.
        await _time.Asked.WaitAsync(Patience.Usual);
    }

    private async Task TickAsync(TimeSpan later)
    {
        _time.Advance(later);
        await _work.DoneAsync();
    }

    private sealed class Watch : FakeTimeProvider
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Done when somebody has a timer.</summary>
        public Task Asked => _asked.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _asked.TrySetResult();
            return timer;
        }
    }

    internal sealed class Settings
    {
        public int Seconds { get; set; } = (int)Interval.TotalSeconds;
    }

    internal sealed class Work
    {
        private readonly Channel<bool> _done = Channel.CreateUnbounded<bool>();
        private int _times;

        public int Times => Volatile.Read(ref _times);

        public Exception? Fails { get; set; }

        public bool Waits { get; set; }

        public async Task DoAsync(CancellationToken ct)
        {
            Interlocked.Increment(ref _times);
            _done.Writer.TryWrite(true);
            if (Waits) await new TaskCompletionSource().Task.WaitAsync(ct);
            if (Fails is not null) throw Fails;
        }

        /// <summary>Waits until it has been done once more.</summary>
        public async Task DoneAsync()
        {
            using var limit = new CancellationTokenSource(Patience.Usual);
            await _done.Reader.ReadAsync(limit.Token);
        }
    }
}
