using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.Components;

[Collection(nameof(ShellApp))]
public sealed class ShellInBrowserTests(ShellApp app) : BrowserTests
{
    public static TheoryData<string, Visitor> Walks => new MatrixTheoryData<string, Visitor>(
        ["/", "/guide", "/nowhere", "/access-denied"],
        [Visitor.English, Visitor.French.OnTelephone().InTheDark(), Visitor.French.OnTelephone().WithoutJavaScript(),
            new Visitor("ar").OnTelephone()]);

    [Theory]
    [MemberData(nameof(Walks), DisableDiscoveryEnumeration = true)]
    public async Task Every_page_fits_its_screen_and_is_accessible(string path, Visitor visitor)
    {
        var page = await OpenAsync(app.Console, visitor, path);

        await Expect(page.Locator("h1")).ToHaveCountAsync(1);
        await Expect(page.Locator("header .chip")).ToHaveTextAsync("Test");
        if (!visitor.JavaScript)
            return;
        await page.ShouldFitAndBeAccessibleAsync();
    }

    [Theory]
    [InlineData("/guide/check")]
    [InlineData("/guide/check?result=yypynyynynyypynyypy")]
    [InlineData("/guide/notice")]
    [InlineData("/api")]
    [InlineData("/participation")]
    public async Task What_is_read_before_joining_fits_a_telephone_and_is_accessible(string path) =>
        await Every_page_fits_its_screen_and_is_accessible(path, Visitor.French.OnTelephone().InTheDark());

    [Fact]
    public async Task The_language_is_switched_on_the_spot_and_remembered_without_JavaScript()
    {
        var page = await OpenAsync(app.Console, Visitor.English.WithoutJavaScript(), "/guide");

        await page.GetByRole(AriaRole.Link, new() { Name = "Français" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Uri(app.Console.BaseAddress, "/guide").AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Guide d’adhésion au Hub");
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Rejoindre le Hub ePhyto");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dark_colours_are_switched_on_and_remembered(bool javaScript)
    {
        var page = await OpenAsync(app.Console, Visitor.English with { JavaScript = javaScript }, "/");
        var light = page.GetByRole(AriaRole.Link, new() { Name = "Switch to light colours" });
        await Expect(light).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Switch to dark colours" }).ClickAsync();

        await Expect(light).ToBeVisibleAsync();
        await page.GotoAsync("/guide");
        await Expect(light).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_system_decides_on_the_colours_first()
    {
        var page = await OpenAsync(app.Console, Visitor.English.InTheDark(), "/");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Switch to light colours" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keyboard_skips_to_the_content()
    {
        var page = await OpenAsync(app.Console, Visitor.English, "/guide");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Uri(app.Console.BaseAddress, "/guide#main").AbsoluteUri);
        await Expect(page.Locator("main")).ToBeFocusedAsync();
    }
}
