using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public sealed class RegisterInBrowserTests(RegisterConsole console) : BrowserTests, IClassFixture<RegisterConsole>
{
    [Theory]
    [InlineData(false, "cote d", "Côte d’Ivoire")]
    [InlineData(true, "Германия", "Allemagne")]
    public async Task The_whole_form_is_walked_and_every_step_is_accessible(bool french, string typed, string country)
    {
        var page = await OpenAsync(console.App, french ? Visitor.French.OnTelephone().InTheDark() : Visitor.English, "/register");
        var walk = new RegisterWalk(page, french);
        await walk.AtAsync("Readiness");
        await walk.FitsAndIsAccessibleAsync();
        await walk.InformAsync();
        await walk.Button("Continue").ClickAsync();
        await Expect(page.Locator(".field-error")).ToHaveCountAsync(5);
        await Expect(walk.Field("Country")).ToBeFocusedAsync();
        await walk.FitsAndIsAccessibleAsync();

        await walk.FillOrganizationAsync(typed, country);
        await walk.FitsAndIsAccessibleAsync();
        await walk.FillRepresentativeAsync("Awa.Kone@GMAIL.com");
        await walk.SavedAsync();
        await page.ReloadAsync();
        await Expect(walk.Field("E-mail")).ToHaveValueAsync("awa.kone@gmail.com");
        await Expect(page.Locator(".register-step .tone-warning")).ToBeVisibleAsync();

        await walk.ContinueToAsync("Review and submit");
        await Expect(page.Locator(".register-review").First).ToContainTextAsync("https://www.example.org");
        await walk.FitsAndIsAccessibleAsync();
        await walk.Submit.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/registration\\?link=[0-9a-f]+$"));
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_list_of_countries_is_accessible_and_the_keyboard_chooses()
    {
        var page = await OpenAsync(console.App, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.AtAsync("Readiness");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await walk.Field("I have informed the official contact point").PressAsync("Space");
        await Expect(walk.Field("I have informed the official contact point")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(walk.Button("Continue")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await walk.AtAsync("Country and organization");
        await Expect(page.Locator("#step-heading")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(walk.Field("Country")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("guinea");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(4);
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Equatorial Guinea");
        await page.Keyboard.PressAsync("Enter");

        await Expect(walk.Field("Country")).ToHaveValueAsync("Equatorial Guinea");
        await Expect(page.Locator(".register-prospect")).ToContainTextAsync("Equatorial Guinea");
    }

    [Fact]
    public async Task A_country_typed_in_full_is_chosen_by_turning_elsewhere()
    {
        var page = await OpenAsync(console.App, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.InformAsync();
        await walk.Field("Country").ClickAsync();
        await Expect(page.GetByText("Type more letters to shorten the list.")).ToBeVisibleAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await walk.Field("Country").FillAsync("burkina faso");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);

        await page.Mouse.ClickAsync(5, 5);

        await Expect(page.Locator(".register-prospect")).ToContainTextAsync("Burkina Faso");
        await Expect(walk.Field("Country")).ToHaveValueAsync("Burkina Faso");
    }

    [Fact]
    public async Task Only_a_country_the_person_chose_is_chosen()
    {
        var page = await OpenAsync(console.App, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.InformAsync();
        foreach (var (typed, chosen) in new[]
        {
            ("UK", "United Kingdom of Great Britain and Northern Ireland"), ("Laos", "Lao People's Democratic Republic"),
            ("Ivory Coast", "Côte d’Ivoire"),
            ("south korea", "Republic of Korea"), ("Turquie", "Türkiye"), ("Viêt Nam", "Viet Nam"),
            ("RDC", "Democratic Republic of the Congo"), ("Birmanie", "Myanmar"),
            ("England", "United Kingdom of Great Britain and Northern Ireland"), ("Swaziland", "Eswatini"), ("Holland", "Netherlands"),
            ("U.A.E.", "United Arab Emirates"),
            ("EU", "European Union"), ("usa", "United States of America"),
            ("Россия", "Russian Federation"), ("ساحل العاج", "Côte d’Ivoire"),
            ("韩国", "Republic of Korea"), ("ee. uu.", "United States of America"),
        })
        {
            await TypeAndTurnElsewhereAsync(walk, typed);
            await Expect(walk.Field("Country")).ToHaveValueAsync(chosen);
        }

        await Expect(page.Locator(".register-prospect")).ToContainTextAsync("United States of America");
        foreach (var typed in new[] { "Korea", "Congo", "Antarctica", "Ukrain", "Virgin Islands", "Atlantis", "!" })
        {
            await TypeAndTurnElsewhereAsync(walk, typed);
            await Expect(page.Locator("#Country-error")).ToContainTextAsync("ippc@fao.org");
            await Expect(walk.Field("Country")).ToHaveValueAsync(typed);
            await Expect(page.Locator(".register-prospect .notice")).ToHaveCountAsync(0);
        }

        await walk.Field("Country").FillAsync("Atlantis");
        await Expect(page.Locator(".picker-popup")).ToContainTextAsync("No country has this name");
        await page.ShouldHaveNoAxeViolationsAsync();
    }

    [Fact]
    public async Task Leaving_by_a_link_breaks_nothing()
    {
        var page = await OpenAsync(console.App, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.InformAsync();
        await walk.ChooseCountryAsync("BEN", "Benin");

        await page.GetByRole(AriaRole.Link, new() { Name = "Participating countries" }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Participating countries");
        await page.GoBackAsync();
        await walk.AtAsync("Country and organization");
        await walk.Field("Organization name").FillAsync("Service");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back" }).ClickAsync();
        await walk.AtAsync("Readiness");

        Assert.DoesNotContain(console.App.Output, line => line.Contains("Collection was modified", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_typed_just_before_the_language_is_switched_are_there_in_the_other_one()
    {
        var page = await OpenAsync(console.App, path: "/register");
        var walk = new RegisterWalk(page);
        await walk.InformAsync();
        await walk.ChooseCountryAsync("多哥", "Togo");
        await walk.Field("Organization name").PressSequentiallyAsync("Direction de l’agriculture");
        await page.GetByRole(AriaRole.Link, new() { Name = "Français" }).ClickAsync();

        await new RegisterWalk(page, french: true).AtAsync("Country and organization");
        await Expect(new RegisterWalk(page, french: true).Field("Organization name")).ToHaveValueAsync("Direction de l’agriculture");
        await Expect(page.GetByLabel("Pays", new() { Exact = true })).ToHaveValueAsync("Togo");
    }

    [Fact]
    public async Task The_browsers_back_button_leads_a_step_back_and_keeps_the_answers()
    {
        var page = await OpenAsync(console.App);
        var walk = new RegisterWalk(page);
        await walk.ReviewAsync("GM", "Gambia");

        await page.GoBackAsync();
        await walk.AtAsync("Representative");
        await Expect(walk.Field("Family name")).ToHaveValueAsync("Koné");
        await page.GoBackAsync();
        await walk.AtAsync("Country and organization");
        await page.GoForwardAsync();
        await walk.AtAsync("Representative");
    }

    [Fact]
    public async Task A_double_click_registers_once()
    {
        var page = await OpenAsync(console.App);
        var walk = new RegisterWalk(page);
        await walk.ReviewAsync("SN", "Senegal", "double@plants.example.org");

        await walk.Submit.DblClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/registration\\?link=[0-9a-f]+$"));
        await console.App.Mailbox.MessageAsync("double@plants.example.org");
        Assert.Single(console.App.Mailbox.MessagesTo("double@plants.example.org"));
    }

    private static async Task TypeAndTurnElsewhereAsync(RegisterWalk walk, string typed)
    {
        await walk.Field("Country").ClickAsync();
        await walk.Page.Keyboard.PressAsync("Control+A");
        await walk.Page.Keyboard.TypeAsync(typed);
        await walk.Page.Keyboard.PressAsync("Tab");
    }
}
