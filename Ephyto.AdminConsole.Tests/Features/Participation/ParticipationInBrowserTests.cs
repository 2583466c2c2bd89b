using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Components;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.Features.Participation;

/// <summary>The picture of the world and the plan of a country, as a browser shows them.</summary>
[Collection(nameof(ShellApp))]
public sealed class ParticipationInBrowserTests(ShellApp app) : BrowserTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tile_says_its_name_under_the_keyboard_and_leads_to_its_country_within_the_filter(bool withScripts)
    {
        var visitor = withScripts ? Visitor.English : Visitor.English.WithoutJavaScript();
        var page = await OpenAsync(app.Console, visitor, "/participation?region=Europe");
        var tile = page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^EU European Union, ") });

        await tile.FocusAsync();
        await Expect(tile.Locator("span")).ToHaveCSSAsync("clip-path", "none");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex(@"/participation\?region=Europe#country-EU$"));
        await Expect(page.Locator("#country-EU")).ToBeInViewportAsync();
        await Expect(page.Locator("#country-EU")).ToContainTextAsync("European Union");
    }

    [Fact]
    public async Task Who_is_at_a_tile_before_the_page_lives_is_at_it_afterwards()
    {
        var page = await OpenAsync(app.Console, Visitor.English);
        var circuit = await page.HoldCircuitsAsync();
        await page.GotoAsync("/participation?region=Europe");
        var tile = page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^EU European Union, ") });

        await page.ShouldStayWhenItLivesAsync(tile, circuit);

        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("#country-EU$"));
    }

    [Fact]
    public async Task The_picture_is_passed_by_to_the_whole_list()
    {
        var page = await OpenAsync(app.Console, Visitor.English, "/participation?region=Europe");

        await page.GetByRole(AriaRole.Link, new() { Name = "Skip to the list" }).PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex(@"/participation\?region=Europe#countries$"));
        await Expect(page.Locator("#countries > section").First.Locator("h2")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task What_is_typed_into_the_plan_stays_in_the_browser()
    {
        var page = await OpenAsync(app.Console, Visitor.English, "/guide/check?result=yypynyynynyypynyypy");
        List<string> sent = [];
        page.Request += (_, request) => sent.Add(request.Url + request.PostData);
        await page.GetByLabel("Country", new() { Exact = true }).FillAsync("Atlantis");
        await page.Locator("[name=plan-who-Send]").FillAsync("Ms Kouassi");

        await page.ReloadAsync();

        await Expect(page.GetByLabel("Country", new() { Exact = true })).ToHaveValueAsync("Atlantis");
        await Expect(page.Locator("[name=plan-who-Send]")).ToHaveValueAsync("Ms Kouassi");
        Assert.All(sent, address => Assert.DoesNotMatch("Atlantis|Kouassi", address));
        await page.GetByRole(AriaRole.Link, new() { Name = "Answer again" }).ClickAsync();
        await Expect(page.Locator("[name=Send][value=Partly]")).ToBeCheckedAsync();
        await Expect(page.Locator(".kept-words li")).ToHaveTextAsync("National plan for joining the Hub");
    }
}
