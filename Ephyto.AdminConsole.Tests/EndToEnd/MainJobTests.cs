using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>The main job, whole: three people who have never met, each in a browser of their own.</summary>
public sealed class MainJobTests : BrowserTests
{
    private const string ContactPoint = "contact-point.ci@example.org";

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Three_people_register_an_nppo_confirm_it_and_see_each_step_happen(string language)
    {
        var words = Words.Of(language);
        var visitor = language == "fr" ? Visitor.French : Visitor.English;
        await using var app = await ConsoleApp.StartAsync();

        var representative = new Representative(await OpenAsync(app, visitor, "/"), words);
        await representative.RegisterAsync("cote d'iv");
        await representative.VerifyAsync(app.Mailbox);
        await representative.Page.ShouldHaveNoAxeViolationsAsync();
        await MarkAsync(representative.Page);

        var request = await app.Mailbox.MessageAsync(ContactPoint);
        var contactPoint = await OpenAsync(app, Visitor.French.OnTelephone(), new Uri(request.LinkTo("/contact-point/")).PathAndQuery);
        var code = await representative.Page.Locator(".code-large").First.InnerTextAsync();
        await Assertions.Expect(contactPoint.GetByText(code)).ToBeVisibleAsync();
        await contactPoint.ShouldHaveNoAxeViolationsAsync();
        await contactPoint.GetByRole(AriaRole.Button, new() { Name = Words.French.Confirm }).ClickAsync();
        await contactPoint.ShouldHaveNoAxeViolationsAsync();
        await contactPoint.GetByRole(AriaRole.Button, new() { Name = Words.French.YesConfirm }).ClickAsync();
        await Assertions.Expect(contactPoint.GetByText("L’inscription est confirmée")).ToBeVisibleAsync();

        await Assertions.Expect(representative.Page.Locator(".page-header .chip")).ToHaveTextAsync(words.ConfirmedChip);
        await ShouldNotHaveReloadedAsync(representative.Page);
    }

    private static Task<bool> MarkAsync(IPage page) => page.EvaluateAsync<bool>("() => window.unreloaded = true");

    private static async Task ShouldNotHaveReloadedAsync(IPage page) => Assert.True(await page.EvaluateAsync<bool>("() => window.unreloaded === true"));
}
