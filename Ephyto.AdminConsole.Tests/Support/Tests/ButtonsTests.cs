using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using TestContext = Xunit.TestContext;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public sealed class ButtonsTests : BunitContext
{
    private readonly TaskCompletionSource _work = new();

    [Fact]
    public async Task A_press_ends_when_what_it_set_going_has_ended()
    {
        var page = Render<Page>(parameters => parameters.Add(shown => shown.Work, _work.Task));

        var press = page.PressAsync("Do it now");
        Assert.Equal("begun", page.Find("p").TextContent);
        Assert.False(press.IsCompleted);
        _work.SetResult();
        await press;

        Assert.Equal("done", page.Find("p").TextContent);
    }

    [Fact]
    public async Task A_press_while_somebody_elses_change_is_being_shown_comes_after_it()
    {
        _work.SetResult();
        var page = Render<Page>(parameters => parameters.Add(shown => shown.Work, _work.Task));
        using var begun = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        var change = Task.Run(() => page.InvokeAsync(() =>
        {
            begun.Release();
            goOn.Wait(TestContext.Current.CancellationToken);
        }), TestContext.Current.CancellationToken);
        await begun.WaitAsync(TestContext.Current.CancellationToken);

        var press = Task.Run(() => page.PressAsync("Do it now"), TestContext.Current.CancellationToken);
        Assert.Equal("", page.Find("p").TextContent);
        goOn.Release();
        await press;

        await change;
        Assert.Equal("done", page.Find("p").TextContent);
    }

    [Fact]
    public void Only_the_button_with_these_very_words_is_pressed()
    {
        var page = Render<Page>(parameters => parameters.Add(shown => shown.Work, _work.Task));

        Assert.Equal("one", page.Button("Do it now").Id);
        Assert.ThrowsAny<Exception>(() => page.Button("Do it"));
    }

    private sealed class Page : ComponentBase
    {
        private string _state = "";

        [Parameter, EditorRequired]
        public Task Work { get; set; } = Task.CompletedTask;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<button id=\"other\">Do it now and then</button>");
            builder.OpenElement(1, "button");
            builder.AddAttribute(2, "id", "one");
            builder.AddAttribute(3, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, DoAsync));
            builder.AddMarkupContent(4, "\n  <span>Do it</span>\n  now\n");
            builder.CloseElement();
            builder.OpenElement(5, "p");
            builder.AddContent(6, _state);
            builder.CloseElement();
        }

        private async Task DoAsync()
        {
            _state = "begun";
            await Work;
            _state = "done";
        }
    }
}
