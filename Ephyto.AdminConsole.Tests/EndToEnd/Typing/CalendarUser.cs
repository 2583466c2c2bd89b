using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>Somebody at a field for a day: walks through its calendar, or types the day and pauses between two numbers.</summary>
internal sealed class CalendarUser(IPage page, TypedForm form)
{
    private const string Seen = """
        field => ({
          Value: field.value, IsOpen: field.matches(':open'), IsHalf: field.validity.badInput, IsFocused: document.activeElement === field,
        })
        """;

    private ILocator _field = page.Locator("nothing");
    private Sight _sight = new();

    private ILocator Fields => page.Locator($"{form.Scope} :is(input[type=date], input[type=month]):visible");

    public Task<int> CountAsync() => Fields.CountAsync();

    /// <summary>The calendar of the field that comes at this turn.</summary>
    public async Task OpenAsync(int turn)
    {
        _field = page.Locator($"#{await Fields.Nth(turn).GetAttributeAsync("id")}");
        await EnterAsync();
        // The other key for it, Alt and an arrow, scrolls a long page in a browser without a window, and that closes the calendar.
        await page.Keyboard.PressAsync("F4");
        _sight = await SeeAsync();
        Assert.Equal((form.Path, true, true), (form.Path, _sight.IsOpen, _sight.IsFocused));
    }

    /// <summary>Another day than the one that stood there: marked, which the field shows at once, then chosen.</summary>
    public async Task ChooseAsync()
    {
        await ShouldBeAsItWasAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        var marked = await SeeAsync();
        Assert.NotEqual(_sight.Value, marked.Value);
        Assert.True(marked.IsOpen, $"{form.Path}: {_field} has been closed.");
        await page.Keyboard.PressAsync("Enter");
        _sight = new Sight { Value = marked.Value, IsFocused = true };
    }

    /// <summary>The first number of a day, in a field that was emptied at this moment.</summary>
    public async Task BeginAsync(int turn)
    {
        await EmptyAsync(turn);
        await TypeAsync();
    }

    /// <summary>An emptied filter is answered by another list.</summary>
    public async Task EmptyAsync(int turn)
    {
        _field = page.Locator($"#{await Fields.Nth(turn).GetAttributeAsync("id")}");
        await _field.FillAsync("");
    }

    public async Task TypeAsync()
    {
        await EnterAsync();
        await page.Keyboard.TypeAsync("12", new() { Delay = 15 });
        _sight = await SeeAsync();
        Assert.Equal((form.Path, true, true), (form.Path, _sight.IsHalf, _sight.IsFocused));
    }

    public async Task EndAsync()
    {
        await ShouldBeAsItWasAsync();
        var isMonth = await _field.GetAttributeAsync("type") == "month";
        // The name of a month may go on; a number that is whole leads to the next by itself.
        if (isMonth) await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.TypeAsync(isMonth ? "2030" : "122030", new() { Delay = 15 });
        _sight = new Sight { Value = isMonth ? "2030-12" : "2030-12-12", IsFocused = true };
    }

    public async Task ShouldBeAsItWasAsync()
    {
        var now = await SeeAsync();
        Assert.Equal((form.Path, _field.ToString(), _sight.ToString()), (form.Path, _field.ToString(), now.ToString()));
    }

    private async Task EnterAsync()
    {
        await _field.BlurAsync();
        await _field.FocusAsync();
    }

    private Task<Sight> SeeAsync() => _field.EvaluateAsync<Sight>(Seen);

    private sealed class Sight
    {
        public string Value { get; set; } = "";
        public bool IsOpen { get; set; }
        public bool IsHalf { get; set; }
        public bool IsFocused { get; set; }

        public override string ToString() => $"'{Value}', open: {IsOpen}, half: {IsHalf}, focused: {IsFocused}";
    }
}
