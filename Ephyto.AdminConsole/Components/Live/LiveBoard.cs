using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Ephyto.AdminConsole.Components.Live;

/// <summary>
/// Base of what shows the store live. It asks each question once: the circuit takes over what was read for the answer, another
/// render of the same question asks nothing, one's own act is read once and not a second time when the feed tells of it. Another
/// question ends the reading of the one before; a reading that was overtaken is never shown.
/// </summary>
public abstract class LiveBoard : ComponentBase, IDisposable
{
    // No page is looked at for longer, and a timer takes no more than 49 days.
    private static readonly TimeSpan LongestAlarm = TimeSpan.FromDays(40);

    private CancellationTokenSource _reading = new();
    private IDisposable? _subscription;
    private LiveTopic[] _subscribed = [];
    private Task _latest = Task.CompletedTask;
    private object? _asked;
    private int _rights;
    private long _mark;
    private bool _isGone;
    private bool _hasBegun;
    private ITimer? _clock;
    private ITimer? _alarm;
    private DateTime? _alarmAt;

    [CascadingParameter]
    private Task<AuthenticationState> WhoReads { get; set; } = default!;

    [Inject]
    internal LiveReadings Readings { get; set; } = default!;

    /// <summary>What is asked now, from the parameters and the address.</summary>
    private protected abstract Reading Asks { get; }

    /// <summary>What a change of makes it ask again.</summary>
    private protected abstract IReadOnlyList<LiveTopic> Topics { get; }

    /// <summary>For boards on which something changes because time passes; null for those on which nothing does.</summary>
    private protected virtual TimeSpan? Every => null;

    /// <summary>The moment, UTC, at which something changes because time passes; null where there is none, or it is over.</summary>
    private protected virtual DateTime? At => null;

    public virtual void Dispose()
    {
        _isGone = true;
        _subscription?.Dispose();
        _clock?.Dispose();
        _alarm?.Dispose();
        _reading.Cancel();
        _reading.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// The root of what lives on a page takes the place of what was sent with the page. It does so when it has something to show: until
    /// then the page stays as it was sent, under the hands of whoever types in it already.
    /// </summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        if (!_hasBegun && AssignedRenderMode is not null)
        {
            parameters.SetParameterProperties(this);
            await OnParametersSetAsync();
            while (!_latest.IsCompleted) await _latest;
            if (_isGone) return;

            _hasBegun = true;
            parameters = ParameterView.Empty;
        }

        await base.SetParametersAsync(parameters);
    }

    protected override Task OnParametersSetAsync()
    {
        var asks = Asks;
        return asks.Question.Equals(_asked) && Readings.ChangesOfRights == _rights ? Task.CompletedTask : ReadAsync(asks);
    }

    protected override Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Every is { } pause) _clock = Readings.Time.CreateTimer(_ => _ = RefreshAsync(isTold: false), null, pause, pause);
        SetAlarm();
        LiveTopic[] wanted = [.. Topics];
        if (_subscription is not null && wanted.SequenceEqual(_subscribed)) return Task.CompletedTask;

        _subscription?.Dispose();
        _subscribed = wanted;
        _subscription = Readings.Live.Subscribe(wanted, () => RefreshAsync(isTold: true));

        // What changed between the reading and this moment would be missed.
        return Readings.Live.HasToldSince(_mark, wanted) ? AskAndShowAsync() : Task.CompletedTask;
    }

    /// <summary>Asks again, for instance after an act of this page.</summary>
    private protected Task ReloadAsync() => ReadAsync(Asks);

    /// <summary>Asks again from another thread, unless what is shown is newer than what was told.</summary>
    private protected async Task RefreshAsync(bool isTold)
    {
        try
        {
            await InvokeAsync(() => _isGone || (isTold && !Readings.Live.HasToldSince(_mark, _subscribed))
                ? Task.CompletedTask : AskAndShowAsync());
        }
        catch (ObjectDisposedException)
        {
            // The page went away between the signal and this call.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    // A little later than the moment itself, so that it is over when the board asks.
    private void SetAlarm()
    {
        if (At == _alarmAt) return;

        _alarm?.Dispose();
        _alarmAt = At;
        var pause = At - Readings.Time.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(1);
        _alarm = pause is { Ticks: > 0 } && pause < LongestAlarm
            ? Readings.Time.CreateTimer(_ => _ = RefreshAsync(isTold: false), null, pause.Value, Timeout.InfiniteTimeSpan)
            : null;
    }

    private async Task AskAndShowAsync()
    {
        await ReadAsync(Asks);
        if (!_isGone) StateHasChanged();
    }

    // Whoever waits for a reading that is overtaken waits for the one that is shown in its place.
    private async Task ReadAsync(Reading asks)
    {
        var mine = _latest = ReadOnceAsync(asks);
        await mine;
        while (mine != _latest) await (mine = _latest);
    }

    private async Task ReadOnceAsync(Reading asks)
    {
        var isFirst = _asked is null;
        if (!asks.Question.Equals(_asked)) _reading.Cancel();
        var reading = _reading = new CancellationTokenSource();
        (_asked, _rights) = (asks.Question, Readings.ChangesOfRights);
        var reader = await WhoReads.ToActorAsync();
        var key = (GetType(), asks.Question, reader);
        if (isFirst && Readings.TryTake(key, out var answer, out _mark))
        {
            asks.Show(answer);
            return;
        }

        var mark = _mark = Readings.Live.Mark();
        try
        {
            answer = await asks.AnswerAsync(reader, reading.Token);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException && reading.IsCancellationRequested)
        {
            return;
        }

        if (reading != _reading || _isGone) return;

        if (isFirst && AssignedRenderMode is not null && !RendererInfo.IsInteractive) Readings.Keep(key, answer, mark);
        asks.Show(answer);
    }
}
