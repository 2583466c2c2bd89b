using Bunit;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Ephyto.AdminConsole.Tests.Components.Live;

/// <summary>A board asks each question once, and again when something it shows has changed since.</summary>
public sealed partial class LiveBoardTests : IAsyncLifetime
{
    private static readonly LiveChange Change = new(SubjectKinds.Nppo, Guid.NewGuid());
    private readonly FakeTimeProvider _time = new();
    private readonly LiveEvents _live;
    private readonly ToldFeed _feed;
    private readonly HandedReadings _handed;
    private readonly Store _store = new();
    private readonly List<BunitContext> _browsers = [];

    public LiveBoardTests()
    {
        _live = new(_time, NullLogger<LiveEvents>.Instance);
        _feed = new(_live);
        _handed = new(_time);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => CloseAsync();

    [Fact]
    public void A_question_is_asked_once_however_often_its_page_is_rendered_and_another_one_at_once()
    {
        var (board, _) = Open("a");
        board.Render(Asking("a"));
        Assert.Equal(["a"], _store.Asked);

        board.Render(Asking("b"));
        Assert.Equal(["a", "b"], _store.Asked);
        Assert.Equal("b 2", board.Markup);
    }

    [Fact]
    public void Where_the_rights_of_the_reader_change_the_same_question_is_asked_anew()
    {
        var (board, _) = Open("a");
        _browsers[0].Services.GetRequiredService<AccessNews>().Publish([]);
        board.Render(Asking("a"));

        Assert.Equal("a 2", board.Markup);
    }

    [Fact]
    public async Task What_changes_is_read_again_and_an_act_of_the_page_itself_only_once()
    {
        var (board, _) = Open("a");
        _live.Publish([Change]);
        board.WaitForAssertion(() => Assert.Equal("a 2", board.Markup));

        // While the feed takes its breath the page acts; told of the act afterwards, it has read what came of it.
        _live.Publish([Change]);
        await board.InvokeAsync(board.Instance.ActedAsync);
        await _feed.TellAsync();

        Assert.Equal(3, _store.Asked.Count);

        _live.Publish([Change]);
        await _feed.TellAsync();
        Assert.Equal("a 4", board.Markup);
    }

    [Fact]
    public void What_changed_while_the_page_was_read_is_read_again()
    {
        _store.Meanwhile = () => _live.Publish([Change]);
        var (board, _) = Open("a");

        board.WaitForAssertion(() => Assert.Equal("a 2", board.Markup));
    }

    [Fact]
    public async Task A_reading_that_was_overtaken_is_ended_and_never_shown()
    {
        var slow = _store.Hold("slow");
        var (board, _) = Open("slow");
        board.Render(Asking("quick"));
        Assert.Equal("quick 2", board.Markup);
        Assert.True(slow.Token.IsCancellationRequested);

        slow.Release.SetResult();
        await board.InvokeAsync(() => { });
        Assert.Equal("quick 2", board.Markup);
    }

    [Fact]
    public async Task Who_waits_for_a_reading_that_is_overtaken_sees_the_newer_one()
    {
        var (board, _) = Open("a");
        var first = _store.Hold("a");
        var acted = board.InvokeAsync(board.Instance.ActedAsync);
        var second = _store.Hold("a");
        var again = board.InvokeAsync(board.Instance.ActedAsync);

        first.Release.SetResult();
        await board.InvokeAsync(() => { });
        Assert.False(acted.IsCompleted);

        second.Release.SetResult();
        await acted;
        await again;
        Assert.Equal("3", board.Instance.Shown);
    }

    [Fact]
    public void A_circuit_takes_over_what_was_read_for_the_answer()
    {
        var (_, answer) = Open("a", isInteractive: false);
        var (board, _) = Open("a", key: answer);

        Assert.Equal(["a"], _store.Asked);
        Assert.Equal("a 1", board.Markup);

        // Once: whoever comes with the same key again reads for themselves.
        Open("a", key: answer);
        Assert.Equal(["a", "a"], _store.Asked);
    }

    [Fact]
    public async Task What_was_told_meanwhile_is_asked_for_after_the_answer_is_shown_and_what_concerns_others_not_at_all()
    {
        var (_, others) = Open("a", isInteractive: false);
        _live.Publish([new(SubjectKinds.Letter, Guid.NewGuid())]);
        Open("a", key: others);
        Assert.Equal(["a"], _store.Asked);

        var (_, told) = Open("b", isInteractive: false);
        await CloseAsync();
        _live.Publish([Change]);
        var again = _store.Hold("b");
        var (board, _) = Open("b", key: told);
        Assert.Equal("b 2", board.Markup);

        again.Release.SetResult();
        board.WaitForAssertion(() => Assert.Equal("b 3", board.Markup));
    }

    [Fact]
    public void Another_question_and_another_page_take_nothing_over()
    {
        var (_, other) = Open("a", isInteractive: false);
        Open("b", key: other);
        Assert.Equal(["a", "b"], _store.Asked);

        var (_, late) = Open("d", isInteractive: false);
        _time.Advance(HandedReadings.Life + TimeSpan.FromSeconds(1));
        Open("d", key: late);
        Assert.Equal(["a", "b", "d", "d"], _store.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_stands_in_between_what_was_sent_and_what_was_read(bool isInteractive)
    {
        var slow = _store.Hold("slow");
        var (board, _) = Open("slow", isInteractive);
        Assert.Equal(0, board.RenderCount);

        board.Render(Asking("slow"));
        Assert.Equal(0, board.RenderCount);

        slow.Release.SetResult();
        await board.InvokeAsync(() => { });
        board.WaitForAssertion(() => Assert.Equal("slow 1", board.Markup));
        Assert.Equal(["slow"], _store.Asked);
    }

    [Fact]
    public void A_board_asks_again_at_the_moment_at_which_something_on_it_changes_and_not_before()
    {
        var (board, _) = Open("a", at: _time.GetUtcNow().UtcDateTime.AddHours(1));
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("a 1", board.Markup);

        _time.Advance(TimeSpan.FromMinutes(2));
        board.WaitForAssertion(() => Assert.Equal("a 2", board.Markup));
    }

    private async ValueTask CloseAsync()
    {
        foreach (var browser in _browsers) await browser.DisposeAsync();
        _browsers.Clear();
    }

    private static Action<ComponentParameterCollectionBuilder<Board>> Asking(string question, DateTime? at = null) =>
        board => board.Add(b => b.Asked, question).Add(b => b.Moment, at);

    private (IRenderedComponent<Board> Board, string? Key) Open(string question, bool isInteractive = true, string? key = null,
        DateTime? at = null)
    {
        var browser = new BunitContext();
        _browsers.Add(browser);
        browser.Services.AddSingleton(_store).AddSingleton<ILiveEvents>(_feed).AddSingleton(_handed).AddSingleton<TimeProvider>(_time)
            .AddScoped<LiveReadings>().AddScoped<AccessNews>();
        browser.AddAuthorization();
        browser.SetRendererInfo(new RendererInfo(isInteractive ? "Server" : "Static", isInteractive));
        var readings = browser.Services.GetRequiredService<LiveReadings>();
        readings.Key = key;
        var board = browser.Render<Board>(parameters =>
        {
            Asking(question, at)(parameters);
            parameters.SetAssignedRenderMode(RenderMode.InteractiveServer);
        });
        return (board, readings.Key);
    }
}
