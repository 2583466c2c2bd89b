using System.Text.Json;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>Somebody who writes with an input method and in several scripts, goes back into the middle, pastes and undoes.</summary>
/// <param name="page">Where the field is.</param>
/// <param name="selector">Of the field.</param>
/// <param name="meanwhile">What goes on elsewhere; when it ends, every answer has come that comes by itself.</param>
internal sealed class WritingUser(IPage page, string selector, Func<Task> meanwhile)
{
    private const string Watch = """
        () => {
          window.compositions = [];
          for (const kind of ['compositionstart', 'compositionend'])
            document.addEventListener(kind, event => window.compositions.push(event.data ? `ended with ${event.data}` : 'begun'), true);
        }
        """;

    private const string Seen = """
        selector => {
          const field = document.querySelector(selector);
          return `${field.value}|${field.selectionStart}-${field.selectionEnd}|${document.activeElement === field}`;
        }
        """;

    /// <summary>What stands in the field.</summary>
    public string Text { get; private set; } = "";

    /// <summary>By an input method: nothing is decided until its last letter.</summary>
    public async Task ComposeAsync()
    {
        var input = await page.Context.NewCDPSessionAsync(page);
        await page.EvaluateAsync(Watch);
        await page.Locator(selector).ClickAsync();
        foreach (var key in new[] { "Control+A", "Delete" }) await page.Keyboard.PressAsync(key);
        foreach (var text in new[] { "に", "にほ" }) await ComposeAsync(input, text);
        await meanwhile();
        await ShouldHoldAsync("にほ", 2);
        await ComposeAsync(input, "日本");
        await input.SendAsync("Input.insertText", new() { ["text"] = "日本" });
        await ShouldHoldAsync("日本", 2);
        Assert.Equal(["begun", "ended with 日本"], await page.EvaluateAsync<string[]>("window.compositions"));
        await input.DetachAsync();
    }

    /// <summary>Letters of two halves, of several parts, from right to left; then into the middle of them.</summary>
    public async Task WriteAsync()
    {
        foreach (var text in new[] { " 𠮷", " 𞤀𞤁", " 👩‍👩‍👧", " e\u0301", " plants ", "نبات" }) await InsertAsync(text);
        await meanwhile();
        await ShouldHoldAsync(Text, Text.Length);

        await PressAsync("Home", "ArrowRight", "ArrowRight");
        await page.Keyboard.TypeAsync("Ab", new() { Delay = 15 });
        Text = Text.Insert(2, "Ab");
        await meanwhile();
        await ShouldHoldAsync(Text, 4);

        await PressAsync("Shift+ArrowLeft", "Shift+ArrowLeft");
        await meanwhile();
        await ShouldHoldAsync(Text, 2, 4);
        await page.Keyboard.TypeAsync("C");
        Text = Text.Remove(2, 2).Insert(2, "C");
        await ShouldHoldAsync(Text, 3);

        await PressAsync("Shift+Home", "Control+C", "Home", "ArrowRight", "Control+V");
        Text = Text.Insert(1, Text[..3]);
        await meanwhile();
        await ShouldHoldAsync(Text, 4);
    }

    /// <summary>Takes back the last letters, and only them.</summary>
    public async Task UndoAsync()
    {
        await PressAsync("Home", "End");
        var before = Text;
        await page.Keyboard.TypeAsync("Zx", new() { Delay = 15 });
        await meanwhile();
        await PressAsync("Control+Z");
        await ShouldHoldAsync(before, before.Length);
        await meanwhile();
        await PressAsync("Control+Shift+Z");
        await ShouldHoldAsync(before + "Zx", before.Length + 2);
    }

    public async Task ShouldHoldAsync(string text, int start, int? end = null)
    {
        Text = text;
        Assert.Equal($"{page.Url}: {text}|{start}-{end ?? start}|true", $"{page.Url}: {await page.EvaluateAsync<string>(Seen, selector)}");
    }

    private async Task InsertAsync(string text)
    {
        await page.Keyboard.TypeAsync(text, new() { Delay = 15 });
        await ShouldHoldAsync(Text + text, Text.Length + text.Length);
    }

    private static Task<JsonElement?> ComposeAsync(ICDPSession input, string text) => input.SendAsync(
        "Input.imeSetComposition", new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });

    private async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }
}
