using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>Somebody who opens the lists of a form one after the other, marks a choice, and chooses it when everything has come.</summary>
internal sealed class ListUser(IPage page, TypedForm form)
{
    private const string Find = """
        scope => [...document.querySelectorAll(`${scope}  select`)]
          .filter(field => field.checkVisibility() && [...field.options].some(option => !option.selected && !option.disabled))
          .map(field => field.id ? '#' + CSS.escape(field.id) : `${scope} [name="${field.name}"]`)
        """;

    // What is chosen by one step of the arrow, from where the field is: over what cannot be chosen the browser goes on.
    private const string Watch = """
        field => {
          window.opened = field;
          const open = [...field.options].filter(option => option.selected || !option.disabled);
          const at = open.findIndex(option => option.selected);
          const isLast = at === open.length - 1;
          return { Key: isLast ? 'ArrowUp' : 'ArrowDown', Chosen: open[at + (isLast ? -1 : 1)].value };
        }
        """;

    // Of the menus of a list one is open at a time: beside an open one, closed is as it should be.
    private const string Closed = "details:not([open]):not(.list-bar:has(> .list-menu[open]) > .list-menu)";

    private Choice? _choice;
    private string? _at;

    /// <summary>The sections, for good.</summary>
    public async Task OpenSectionsAsync()
    {
        var closed = page.Locator($"{form.Scope} {Closed} > summary:visible");
        while (await closed.CountAsync() > 0) await closed.First.ClickAsync();
    }

    public async Task<int> CountAsync() => (await page.EvaluateAsync<string[]>(Find, form.Scope)).Length;

    /// <summary>The list that comes at this turn, if there are so many.</summary>
    public async Task OpenAsync(int turn)
    {
        var lists = await page.EvaluateAsync<string[]>(Find, form.Scope);
        if (turn >= lists.Length)
        {
            _choice = null;
            return;
        }

        _at = lists[turn];
        var field = page.Locator(_at);
        await field.BlurAsync();
        await field.FocusAsync();
        _choice = await field.EvaluateAsync<Choice>(Watch);
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Keyboard.PressAsync(_choice.Key);
        await ShouldBeOpenAsync();
    }

    /// <summary>Every answer has come.</summary>
    public async Task ChooseAsync()
    {
        Assert.Equal(0, await page.Locator($"{form.Scope} {Closed}").CountAsync());
        if (_choice is null) return;
        await ShouldBeOpenAsync();
        await page.Keyboard.PressAsync("Enter");
        await ShouldHaveChosenAsync();
    }

    public async Task ShouldHaveChosenAsync()
    {
        if (_choice is null) return;
        var value = await page.Locator(_at!).InputValueAsync();
        Assert.Equal((form.Path, _at, _choice.Chosen), (form.Path, _at, value));
    }

    private async Task ShouldBeOpenAsync() =>
        Assert.True(await page.EvaluateAsync<bool>("() => window.opened.isConnected && window.opened.matches(':open')"),
            $"{form.Path}: {_at} has been closed.");

    private sealed class Choice
    {
        public string Key { get; set; } = "";
        public string Chosen { get; set; } = "";
    }
}
