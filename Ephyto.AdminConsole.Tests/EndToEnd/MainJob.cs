using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>The main job, whole: people who have never met, each in a browser of their own.</summary>
public abstract class MainJob : BrowserTests
{
    private const string ContactPoint = "contact-point.ci@example.org";
    private const string Colleague = "colleague.ci@example.org";

    /// <summary>An NPPO is registered, confirmed and opened to a colleague, and everybody sees it happen.</summary>
    private protected async Task WalkAsync(ConsoleApp app, string language)
    {
        var (texts, visitor) = language == "fr" ? (PageTexts.French, Visitor.French) : (PageTexts.English, Visitor.English);
        var desk = await OpenAsync(app, Visitor.English);
        await desk.SignInAtTheDeskAsync(app);
        await Expect(desk.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await desk.ShouldHaveNoAxeViolationsAsync();
        await MarkAsync(desk);

        // The representative registers; the desk sees it.
        var representative = new Representative(await OpenAsync(app, visitor, "./"), texts);
        await representative.RegisterAsync("cote d'iv");
        var row = desk.GetByRole(AriaRole.Row).Filter(new() { HasText = "Côte d’Ivoire" });
        await Expect(row).ToBeVisibleAsync();
        await representative.VerifyAsync(app.Mailbox);
        await Expect(row).ToContainTextAsync("Awaiting");
        await representative.Page.ShouldHaveNoAxeViolationsAsync();
        await MarkAsync(representative.Page);

        // The contact point confirms on a telephone; the other two pages change by themselves.
        await ConfirmAsync(app, await representative.Page.Locator(".code-large").First.InnerTextAsync());
        await Expect(representative.Page.Locator(".page-header .chip")).ToHaveTextAsync(texts.Confirmed);
        await Expect(row).ToContainTextAsync("Confirmed");
        await ShouldNotHaveReloadedAsync(representative.Page);
        await ShouldNotHaveReloadedAsync(desk);

        // The representative activates the account and is the initial administrator.
        var confirmation = await app.Mailbox.MessageAsync(Representative.Address, "/account/activate/");
        var administrator = representative.Page;
        await administrator.ActivateAsync(confirmation.LinkTo("/account/activate/"), texts, texts.Activate);
        await Expect(administrator.GetByText(texts.Onboarding).First).ToBeVisibleAsync();
        await Expect(administrator.GetByText("Initial Representative").First).ToBeVisibleAsync();
        await administrator.ShouldHaveNoAxeViolationsAsync();

        // A first colleague is invited and accepts in another browser; the administrator's list is live.
        await administrator.InviteAsync(Colleague, texts);
        await MarkAsync(administrator);
        var invitation = await app.Mailbox.MessageAsync(Colleague);
        var colleague = await OpenAsync(app, visitor);
        await colleague.ActivateAsync(invitation.LinkTo("/account/activate/"), texts, texts.Activate, "First");
        var entry = administrator.GetByRole(AriaRole.Row).Filter(new() { HasText = Colleague });
        await Expect(entry).ToContainTextAsync("First Colleague");
        await Expect(entry).ToContainTextAsync(texts.Active);
        await ShouldNotHaveReloadedAsync(administrator);
    }

    private async Task ConfirmAsync(ConsoleApp app, string code)
    {
        var request = await app.Mailbox.MessageAsync(ContactPoint);
        var page = await OpenAsync(app, Visitor.French.OnTelephone(), request.LinkTo("/contact-point/"));
        await Expect(page.GetByText(code)).ToBeVisibleAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PageTexts.French.Confirm }).ClickAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = PageTexts.French.YesConfirm }).ClickAsync();
        await Expect(page.GetByText(PageTexts.French.ConfirmedTitle)).ToBeVisibleAsync();
    }

    private static Task<bool> MarkAsync(IPage page) => page.EvaluateAsync<bool>("() => window.unreloaded = true");

    private static async Task ShouldNotHaveReloadedAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("() => window.unreloaded === true"));
}
