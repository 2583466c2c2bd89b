using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>Somebody at a form: types key by key into every field without waiting for anything, and looks again later.</summary>
internal sealed class TypingUser(IPage page, TypedForm form)
{
    private const string Fields = """
        scope => [...document.querySelectorAll(`${scope} :is(input, textarea)`)]
          .filter(field => !['hidden', 'checkbox', 'radio', 'file', 'month', 'submit', 'button'].includes(field.type)
            && !field.readOnly && !field.matches(':disabled') && field.tabIndex >= 0 && field.checkVisibility())
          .map(field => ({ Selector: field.id ? '#' + CSS.escape(field.id) : `${scope} [name="${field.name}"]`,
            Type: field.type, Longest: field.maxLength }))
        """;

    // Found and looked at in one step: between two, the page may put another field in its place, and the one before has no focus any more.
    private const string Seen = """
        selector => {
          const field = document.querySelector(selector);
          return field && { Value: field.value, Caret: field.selectionStart ?? -1, IsFocused: document.activeElement === field };
        }
        """;

    private readonly Dictionary<string, string> _typed = [];
    private string _last = "";
    private int _caret;

    /// <param name="words">What is typed where any words will do.</param>
    public async Task TypeAsync(string words)
    {
        _typed.Clear();
        var fields = await page.EvaluateAsync<Field[]>(Fields, form.Scope);
        Assert.NotEmpty(fields);
        foreach (var field in fields)
        {
            var text = field.TextOf(words);
            var at = page.Locator(field.Selector);
            if (field.Type == "date")
            {
                // Entered anew, at the day.
                await at.BlurAsync();
                await at.FocusAsync();
            }
            else
            {
                await at.ClickAsync();
                await page.Keyboard.PressAsync("Control+A");
            }

            await page.Keyboard.TypeAsync(field.Type == "date" ? "12122030" : text, new() { Delay = 15 });
            await KeepAsync(field, text, text.Length);
        }

        // Back to the first one, into the middle of what stands there, while the answers of the others are on their way.
        var first = fields[0];
        if (first.Type is "date" or "email" || first.Longest is > 0 and < 40) return;
        await page.Locator(first.Selector).ClickAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.TypeAsync("Zx", new() { Delay = 15 });
        await KeepAsync(first, "Zx" + _typed[first.Selector], 2);
        if (!form.IsSearch) return;
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("y", new() { Delay = 15 });
        await KeepAsync(first, "Zxy" + _typed[first.Selector][2..], 3);
    }

    /// <summary>Every answer has come.</summary>
    public async Task ShouldHaveLostNothingAsync()
    {
        foreach (var (selector, text) in _typed)
            Assert.Equal((form.Path, selector, text), (form.Path, selector, (await SeeAsync(selector)).Value));
        var last = await SeeAsync(_last);
        Assert.True(last.IsFocused, $"{form.Path}: {_last} has lost the focus.");
        if (last.Caret >= 0) Assert.Equal((form.Path, _last, _caret), (form.Path, _last, last.Caret));
    }

    private async Task KeepAsync(Field field, string text, int caret)
    {
        (_typed[field.Selector], _last, _caret) = (text, field.Selector, caret);
        var seen = await SeeAsync(field.Selector);
        Assert.Equal((form.Path, field.Selector, text, true), (form.Path, field.Selector, seen.Value, seen.IsFocused));
        if (seen.Caret >= 0) Assert.Equal((form.Path, field.Selector, caret), (form.Path, field.Selector, seen.Caret));
    }

    private async Task<Sight> SeeAsync(string selector) => await (await page.WaitForFunctionAsync(Seen, selector)).JsonValueAsync<Sight>();

    private sealed class Field
    {
        public string Selector { get; set; } = "";
        public string Type { get; set; } = "";
        public int Longest { get; set; }

        public string TextOf(string words) => Type switch
        {
            "date" => "2030-12-12",
            "email" => $"{words.Replace(' ', '.').ToLowerInvariant()}@example.org",
            "url" => $"https://{words.Replace(' ', '-').ToLowerInvariant()}.example.org/",
            "tel" => "+250 788 123 456",
            _ => Longest is > 0 and < 40 ? words[..Math.Min(words.Length, Longest)] : words,
        };
    }

    private sealed class Sight
    {
        public string Value { get; set; } = "";
        public int Caret { get; set; }
        public bool IsFocused { get; set; }
    }
}
