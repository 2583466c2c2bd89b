using Ephyto.AdminConsole.Platform.Live;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// Renders nothing; calls <see cref="OnChanged"/> on the page's own thread whenever one of the topics changed elsewhere.
/// It listens from the first interactive render until it is disposed. For what only looks something up while a person types or
/// decides; what shows the store is a <see cref="Live.LiveBoard"/>.
/// </summary>
public sealed class LiveRefresh : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private LiveTopic[] _subscribed = [];

    [Inject]
    internal ILiveEvents Live { get; set; } = null!;

    [Inject]
    internal PageMark Mark { get; set; } = null!;

    [Parameter]
    public LiveTopic? Topic { get; set; }

    [Parameter]
    public IReadOnlyList<LiveTopic> Topics { get; set; } = [];

    [Parameter, EditorRequired]
    public EventCallback OnChanged { get; set; }

    public void Dispose()
    {
        _subscription?.Dispose();
        _subscription = null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        LiveTopic[] wanted = Topic is { } one ? [one, .. Topics] : [.. Topics];
        if (_subscription is not null && wanted.SequenceEqual(_subscribed)) return;

        _subscription?.Dispose();
        _subscribed = wanted;
        _subscription = wanted.Length == 0 ? null : Live.Subscribe(wanted, RefreshAsync);

        // What changed between the page's query and this moment would be missed, at the first render and whenever it listens to something
        // new.
        if (_subscription is not null && (Mark.Value is not { } mark || Live.HasToldSince(mark, wanted))) await OnChanged.InvokeAsync();
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
