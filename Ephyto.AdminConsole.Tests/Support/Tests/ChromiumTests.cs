using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public sealed class ChromiumTests(RunningConsole console) : BrowserTests, IClassFixture<RunningConsole>
{
    [Fact]
    public async Task A_visitor_has_the_language_the_screen_and_the_script_setting_asked_for()
    {
        var telephone = await OpenAsync(console.App, Visitor.French.OnTelephone(), "/health");

        Assert.Equal("fr-FR", await telephone.EvaluateAsync<string>("navigator.language"));
        Assert.Equal(360, telephone.ViewportSize!.Width);

        var plain = await OpenAsync(console.App, Visitor.English.WithoutJavaScript());
        await plain.SetContentAsync("<p id=x>plain</p><script>document.getElementById('x').textContent = 'scripted'</script>");
        await Assertions.Expect(plain.Locator("#x")).ToHaveTextAsync("plain");
    }

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("fr-FR", "fr")]
    public async Task The_console_opens_in_the_language_of_the_visitor(string locale, string language)
    {
        var page = await OpenAsync(console.App, new Visitor(locale).OnTelephone(), "/");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await page.ShouldHaveNoAxeViolationsAsync();
    }

    [Fact]
    public async Task Axe_names_the_broken_rule_and_the_element()
    {
        var page = await OpenAsync(console.App, path: "/health");
        await page.SetContentAsync("<html lang=en><title>A page</title><main><h1>Heading</h1><img src='data:,' id=bare></main>");

        var failure = await Assert.ThrowsAnyAsync<Exception>(page.ShouldHaveNoAxeViolationsAsync);
        Assert.Contains("image-alt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("#bare", failure.Message, StringComparison.Ordinal);

        await page.SetContentAsync("<html lang=en><title>A page</title><main><h1>Heading</h1></main>");
        await page.ShouldHaveNoAxeViolationsAsync();
    }
}
