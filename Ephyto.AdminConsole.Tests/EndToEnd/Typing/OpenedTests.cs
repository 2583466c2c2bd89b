using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Typing;

/// <summary>A menu or a section that somebody opens stays open when its page comes to life, and when answers come afterwards.</summary>
[Collection(nameof(TypingApp))]
public sealed class OpenedTests(TypingApp console) : TypingJourney(console)
{
    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1000)]
    public async Task A_menu_that_is_opened_before_the_page_lives_stays_open_and_its_reader_stays_in_it(int roundTrip)
    {
        var page = await SignInAsync("boss@example.org", "/nppo");
        var reading = await BesideAsync(page);
        var circuits = await HoldCircuitsAsync(page);
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
        var circuits = await HoldCircuitsAsync(first);
        List<(IPage Page, int Sections)> tabs = [];
        foreach (var form in ListForms.OfTheHub(Console).Where(form => form.Press.Count == 0 && form.Prepare is null))
        {
            var tab = await BesideAsync(first);
            await tab.GotoAsync(form.Path);
            await new ListHand(tab, form).OpenSectionsAsync();
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

    private static ILocator Menu(IPage page) => page.Locator("details.menu > summary");

    private static ILocator Account(IPage page) => page.Locator("details.menu a.menu-item");
}
