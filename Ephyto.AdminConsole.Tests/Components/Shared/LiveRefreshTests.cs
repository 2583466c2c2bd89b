using Bunit;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

/// <summary>A page asks the store once when it opens, and once more only where something happened since.</summary>
public sealed class LiveRefreshTests : BunitContext
{
    private static readonly LiveChange Change = new(SubjectKinds.Nppo, Guid.NewGuid());
    private readonly LiveEvents _live = new(new FakeTimeProvider(), NullLogger<LiveEvents>.Instance);
    private int _calls;

    public LiveRefreshTests()
    {
        Services.AddSingleton<ILiveEvents>(_live);
        Services.AddScoped<PageMark>();
    }

    [Fact]
    public async Task Nothing_happened_since_the_page_began_to_read()
    {
        await OpenCircuitAsync();
        Open();

        Assert.Equal(0, _calls);
    }

    [Fact]
    public async Task Something_happened_while_the_page_read()
    {
        await OpenCircuitAsync();
        _live.Publish([Change]);
        Open();

        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task What_happened_before_the_next_page_was_opened_is_in_its_reading()
    {
        await OpenCircuitAsync();
        _live.Publish([Change]);
        Services.GetRequiredService<NavigationManager>().NavigateTo("another");
        Open();

        Assert.Equal(0, _calls);
    }

    [Fact]
    public void Where_no_circuit_was_opened_it_looks_again()
    {
        Open();

        Assert.Equal(1, _calls);
    }

    [Fact]
    public async Task It_listens_from_then_on()
    {
        await OpenCircuitAsync();
        Open();
        _live.Publish([Change]);

        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref _calls) == 1), "the page to be told");
    }

    private Task OpenCircuitAsync() => Services.GetRequiredService<PageMark>().OnCircuitOpenedAsync(null!, CancellationToken.None);

    private void Open() => Render<LiveRefresh>(page => page
        .Add(refresh => refresh.Topic, LiveTopic.All(Change.Kind))
        .Add(refresh => refresh.OnChanged, EventCallback.Factory.Create(this, () => Interlocked.Increment(ref _calls))));
}
