using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>A menu or a section that somebody opens stays open when its page comes to life, and when answers come afterwards.</summary>
public sealed class OpenedTests(TypingApp console) : TypingJourney(console), IClassFixture<TypingApp>
{
    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1000)]
    public async Task A_menu_that_is_opened_before_the_page_lives_stays_open_and_its_reader_stays_in_it(int roundTrip)
    {
        var page = await SignInAsync("boss@example.org", "/nppo");
        var reading = await BesideAsync(page);
        var circuits = await page.HoldCircuitsAsync();
        await page.GotoAsync("/nppo/members");
        await reading.GotoAsync("/nppo/members");
        await Menu(page).ClickAsync();
        await Menu(reading).FocusAsync();
        foreach (var key in new[] { "Enter", "Tab" }) await reading.Keyboard.PressAsync(key);
        await Expect(Account(reading)).ToBeFocusedAsync();
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(roundTrip);
        circuits.SetResult();
        foreach (var tab in new[] { page, reading }) await Expect(tab.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await Console.ChangeAsync();
        await Console.Line.QuietAsync();

        await Expect(Account(page)).ToBeVisibleAsync();
        await Expect(Menu(page)).ToBeFocusedAsync();
        await Expect(Account(reading)).ToBeFocusedAsync();
        await reading.Keyboard.PressAsync("Escape");
        await Expect(Account(reading)).ToBeHiddenAsync();
        await Expect(Menu(reading)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_menu_that_is_open_on_a_living_page_stays_open_while_answers_come()
    {
        var page = await SignInAsync("boss@example.org", "/nppo/members");
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await Menu(page).ClickAsync();
        await Console.ChangeAsync();
        await Console.Line.QuietAsync();
        await Expect(Account(page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_section_that_is_opened_before_the_page_lives_stays_open()
    {
        var first = await SignInAsync("chief@example.org", "/hub");
        var circuits = await first.HoldCircuitsAsync();
        List<(IPage Page, int Sections)> tabs = [];
        foreach (var form in ListForms.OfTheHub(Console).Where(form => form.Press.Count == 0 && form.Prepare is null))
        {
            var tab = await BesideAsync(first);
            await tab.GotoAsync(form.Path);
            await new ListUser(tab, form).OpenSectionsAsync();
            tabs.Add((tab, await tab.Locator("main details[open]").CountAsync()));
        }

        Assert.Contains(tabs, tab => tab.Sections > 0);
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(RoundTrips[1]);
        circuits.SetResult();
        foreach (var (page, _) in tabs) await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await Console.ChangeAsync();
        await Console.Line.QuietAsync();
        foreach (var (page, sections) in tabs) await Expect(page.Locator("main details[open]")).ToHaveCountAsync(sections);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task The_menu_of_a_telephone_that_is_asked_for_before_the_page_lives_opens(int roundTrip)
    {
        var page = await SignInAsync("boss@example.org", "/nppo", Visitor.English.OnTelephone());
        var circuits = await page.HoldCircuitsAsync();
        await page.GotoAsync("/nppo/members");
        var history = page.Locator(".console-drawer").GetByRole(AriaRole.Link, new() { Name = "History" });
        await Expect(history).Not.ToBeInViewportAsync();
        var menu = page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        await menu.ClickAsync();
        Console.Line.RoundTrip = TimeSpan.FromMilliseconds(roundTrip);
        circuits.SetResult();

        await Expect(history).ToBeInViewportAsync();
        await Console.Line.QuietAsync();
        await Expect(history).ToBeInViewportAsync();
        // Beside it stands what closes it.
        await page.Mouse.ClickAsync(page.ViewportSize!.Width - 20, page.ViewportSize.Height - 20);
        await Expect(history).Not.ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_press_that_began_before_the_page_lived_and_ended_afterwards_counts()
    {
        var first = await SignInAsync("boss@example.org", "/nppo");
        var circuits = await first.HoldCircuitsAsync();
        List<IPage> tabs = [];
        foreach (var pressed in new[] { "details.menu > summary", "main button:has-text('Invite')", "nav a[href='nppo/history']" })
        {
            var tab = await BesideAsync(first);
            await tab.GotoAsync("/nppo/members");
            var target = await tab.Locator(pressed).First.BoundingBoxAsync();
            await tab.Mouse.MoveAsync(target!.X + (target.Width / 2), target.Y + (target.Height / 2));
            await tab.Mouse.DownAsync();
            tabs.Add(tab);
        }

        Console.Line.RoundTrip = TimeSpan.Zero;
        circuits.SetResult();
        foreach (var tab in tabs)
        {
            await Expect(tab.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
            await tab.Mouse.UpAsync();
        }

        await Expect(Account(tabs[0])).ToBeVisibleAsync();
        await Expect(tabs[1].Locator("#invite-email")).ToBeVisibleAsync();
        await Expect(tabs[2]).ToHaveURLAsync(new Regex("/nppo/history$"));
    }

    [Fact]
    public async Task A_section_that_is_opened_in_the_moment_in_which_the_page_comes_to_life_stays_open()
    {
        var page = await SignInAsync("boss@example.org", "/nppo");
        var circuits = await page.HoldCircuitsAsync();
        await page.GotoAsync("/nppo/members");
        await Expect(Menu(page)).ToBeVisibleAsync();
        // The menu is made anew before its toggle event comes.
        await page.EvaluateAsync("""
            () => {
              const summary = document.querySelector('details.menu > summary');
              summary.click();
              queueMicrotask(() => {
                const menu = summary.parentElement;
                const next = menu.cloneNode(true);
                next.open = false;
                menu.replaceWith(next);
              });
            }
            """);
        circuits.SetResult();
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);

        await Expect(Account(page)).ToBeVisibleAsync();
    }

    private static ILocator Menu(IPage page) => page.Locator("details.menu > summary");

    private static ILocator Account(IPage page) => page.Locator("details.menu a.menu-item");
}
