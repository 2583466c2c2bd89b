using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>What somebody does between the first sight of a page and the answer of its circuit counts.</summary>
public sealed class WaitingTests(TypingApp console) : TypingJourney(console), IClassFixture<TypingApp>
{
    [Fact]
    public async Task What_a_member_types_before_the_page_lives_stays() =>
        await TypeEarlyAsync(await SignInAsync("boss@example.org", "/nppo"), TypingForms.OfMembers(Console));

    [Fact]
    public async Task What_an_officer_types_before_the_page_lives_stays() =>
        await TypeEarlyAsync(await SignInAsync("chief@example.org", "/hub"), TypingForms.OfTheHub(Console));

    [Fact]
    public async Task What_is_pressed_before_the_page_lives_is_done()
    {
        var page = await SignInAsync("boss@example.org", "/nppo");
        var circuit = await page.HoldCircuitsAsync();
        await page.GotoAsync("/nppo/members");
        var invite = page.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" });
        await page.Locator("#member-role").SelectOptionAsync("Administrator");
        await invite.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(invite).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Getting this page ready" })).ToHaveCountAsync(1);

        circuit.SetResult();
        await Expect(page.Locator("form[data-keep=invite]")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("role=Administrator"));
        await Expect(page.GetByText("Getting this page ready")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_came_to_a_button_before_the_page_lives_is_still_there()
    {
        var page = await SignInAsync("boss@example.org", "/nppo");
        var circuit = await page.HoldCircuitsAsync();
        await page.GotoAsync("/nppo/members");
        var invite = page.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" });
        await invite.FocusAsync();
        circuit.SetResult();
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await Expect(invite).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_answered_at_registration_before_the_page_lives_is_done()
    {
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(RoundTrips[0]);
        var page = await OpenAsync(Console.App, at: Console.Line.Address);
        var circuit = await page.HoldCircuitsAsync();
        await page.GotoAsync("/register");
        await page.GetByLabel("I have informed the official contact point").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        circuit.SetResult();
        await Expect(page.GetByLabel("Organization name", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_is_asked_for_only_when_the_page_can_take_it()
    {
        var page = await SignInAsync("chief@example.org", "/hub");
        var circuit = await page.HoldCircuitsAsync();
        await page.GotoAsync("/hub/contact-points/import");
        var file = page.Locator("input[type=file]");
        await Expect(file).ToBeDisabledAsync();
        await Expect(file).ToHaveAttributeAsync("aria-description", new Regex("Getting this page ready"));
        circuit.SetResult();
        await Expect(file).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Without_JavaScript_lists_are_searched_and_nothing_is_shown_that_does_nothing()
    {
        Console.Line.RoundTrip = TimeSpan.Zero;
        var page = await OpenAsync(Console.App, Visitor.English.WithoutJavaScript(), "/nppo/members", Console.Line.Address);
        await page.SignInAsync("boss@example.org", "/nppo/members");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("JavaScript is off");
        await page.Locator("#member-role").SelectOptionAsync("Administrator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("role=Administrator"));
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "boss@example.org" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "colleague@example.org" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Main).Locator(":is(input, select, textarea, button):disabled")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Main).Locator("button:not([type=submit]):visible")).ToHaveCountAsync(0);
        await page.GotoAsync("/nppo/connection");
        await Expect(page.GetByRole(AriaRole.Main).Locator("form:visible")).ToHaveCountAsync(0);
    }

    /// <summary>
    /// All forms that are there at first sight, each in a tab; a few at a time, because a browser waits for a circuit only so long.
    /// </summary>
    private async Task TypeEarlyAsync(IPage first, IReadOnlyList<TypedForm> forms)
    {
        foreach (var some in forms.Where(form => form.Press.Count == 0 && form.Prepare is null).Chunk(TabsAtOnce))
        {
            Console.Line.RoundTrip = TimeSpan.Zero;
            var circuits = await first.HoldCircuitsAsync();
            List<IPage> tabs = [];
            foreach (var form in some)
            {
                tabs.Add(await BesideAsync(first));
                await tabs[^1].GotoAsync(form.Path);
            }

            Console.Line.RoundTrip = TimeSpan.FromMilliseconds(RoundTrips[0]);
            var users = tabs.Zip(some, (page, form) => new TypingUser(page, form)).ToList();
            await Task.WhenAll(users.Select(user => user.TypeAsync("Words before it lives")));
            circuits.SetResult();
            foreach (var page in tabs) await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
            await Console.Line.QuietAsync();
            foreach (var user in users) await user.ShouldHaveLostNothingAsync();
            foreach (var page in tabs) await page.CloseAsync();
        }
    }
}
