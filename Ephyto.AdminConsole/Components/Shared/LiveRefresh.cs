using Ephyto.AdminConsole.Platform.Live;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// Renders nothing; calls <see cref="OnChanged"/> on the page's own thread whenever one of the topics changed elsewhere.
/// It listens from the first interactive render until it is disposed.
/// </summary>
public sealed class LiveRefresh : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private LiveTopic[] _subscribed = [];
    private ITimer? _clock;

    [Inject]
    internal ILiveEvents Live { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Parameter]
    public LiveTopic? Topic { get; set; }

    [Parameter]
    public IReadOnlyList<LiveTopic> Topics { get; set; } = [];

    /// <summary>For pages on which something changes because time passes; null for those on which nothing does.</summary>
    [Parameter]
    public TimeSpan? Every { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    public void Dispose()
    {
        _subscription?.Dispose();
        _subscription = null;
        _clock?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Every is { } pause) _clock = Time.CreateTimer(_ => _ = RefreshAsync(), null, pause, pause);

        LiveTopic[] wanted = Topic is { } one ? [one, .. Topics] : [.. Topics];
        if (_subscription is not null && wanted.SequenceEqual(_subscribed)) return;

        _subscription?.Dispose();
        _subscribed = wanted;
        _subscription = wanted.Length == 0 ? null : Live.Subscribe(wanted, RefreshAsync);

        // What changed between the page's query and this moment would be missed, at the first render and whenever it listens to something new.
        if (_subscription is not null) await OnChanged.InvokeAsync();
    }

    private async Task RefreshAsync()
    {
        try
        {
            await InvokeAsync(async () =>
            {
                if (_subscription is not null) await OnChanged.InvokeAsync();
            });
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
}
