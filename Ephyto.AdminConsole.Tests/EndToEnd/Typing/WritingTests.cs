using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>
/// Other ways to write than letter by letter at the end: input methods, letters of several parts, the middle of a text, paste
/// and undo. One form of each kind, on a line of 300 ms; the text arrives whole.
/// </summary>
public sealed class WritingTests(TypingApp console) : TypingJourney(console), IClassFixture<TypingApp>
{
    [Fact]
    public async Task A_registration_is_written_in_every_way()
    {
        Console.Line.RoundTrip = TimeSpan.Zero;
        var page = await OpenAsync(Console.App, at: Console.Line.Address, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.InformAsync();
        await walk.ChooseCountryAsync("benin", "Benin");
        await walk.Field("Organization name in English").FillAsync("Directorate of Plant Protection");
        await walk.Field("Address").FillAsync("Cotonou");
        await walk.Field("National system").CheckAsync();
        var text = await WriteAsync(page, await IdAsync(walk.Field("Organization name")));
        await walk.ContinueToAsync("Representative");
        await walk.FillRepresentativeAsync("bj@plants.example.org");
        await walk.ContinueToAsync("Review and submit");
        await Expect(page.Locator("dd").Filter(new() { HasText = text })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_note_is_written_in_every_way()
    {
        var page = await SignInAsync("chief@example.org", $"/hub/registrations/{Console.Applied}");
        await LivesAsync(page);
        var text = await WriteAsync(page, "#Note");
        await page.Locator("form[data-keep^=note] button[type=submit]").ClickAsync();
        await Expect(page.Locator("blockquote.words").Filter(new() { HasText = text })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_words_of_a_dialog_are_written_in_every_way()
    {
        await Console.JoinAsync("suspended@example.org", NppoRole.Viewer);
        var page = await SignInAsync("boss@example.org", "/nppo/members?search=suspended");
        await LivesAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Suspend") }).ClickAsync();
        await Expect(page.Locator("#dialog-words")).ToBeVisibleAsync();
        var text = await WriteAsync(page, "#dialog-words");
        await page.Locator("[role=dialog] button[type=submit]").ClickAsync();
        await Expect(page.Locator("[role=dialog]")).ToHaveCountAsync(0);
        await Expect(page.Locator("main table")).ToContainTextAsync(text);
    }

    [Fact]
    public async Task A_search_is_written_in_every_way()
    {
        var page = await SignInAsync("chief@example.org", "/hub/outbox");
        await LivesAsync(page);
        var text = await WriteAsync(page, "#search", sends: "Enter");
        await page.WaitForURLAsync(url => Searched(url) == text);
    }

    [Fact]
    public async Task A_question_that_is_begun_before_its_page_lives_is_written_in_every_way()
    {
        await Console.ApplyAsync("TG");
        Console.Line.RoundTrip = TimeSpan.Zero;
        var address = (await Console.App.Mailbox.MessageAsync("ocp.TG@example.org", "/contact-point/")).LinkTo("/contact-point/");
        var page = await OpenAsync(Console.App, at: Console.Line.Address, path: address);
        var circuit = await page.HoldCircuitsAsync();
        await page.GotoAsync("/contact-point?step=ask");
        var text = await WriteAsync(page, "#words", circuit);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the question" }).ClickAsync();
        await page.GotoAsync("/contact-point");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);
    }

    /// <returns>What the console is to have of it.</returns>
    private async Task<string> WriteAsync(IPage page, string field, TaskCompletionSource? circuit = null, string? sends = null)
    {
        await Console.Line.QuietAsync();
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(300);
        var user = new WritingUser(page, field, async () =>
        {
            circuit?.TrySetResult();
            await Console.ChangeAsync();
            await Console.Line.QuietAsync();
        });
        await user.ComposeAsync();
        await LivesAsync(page);
        await Console.Line.QuietAsync();
        await user.ShouldHoldAsync("日本", 2);
        await user.WriteAsync();
        if (sends is not null)
        {
            // What is sent is written on, and what stood there before can still be undone.
            await page.Keyboard.PressAsync("End");
            await page.Keyboard.PressAsync(sends);
            await Console.Line.QuietAsync();
        }

        await user.UndoAsync();
        if (sends is not null) await page.Keyboard.PressAsync(sends);
        return FreeText.Clean(user.Text)!;
    }

    private static string Searched(string url) =>
        FreeText.Clean(Uri.UnescapeDataString(new Uri(url).Query.Replace("?search=", "", StringComparison.Ordinal)))!;

    private static Task LivesAsync(IPage page) => Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);

    private static async Task<string> IdAsync(ILocator field) => $"#{await field.GetAttributeAsync("id")}";
}
