using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>An organization gets a new administrator: three people, each in a browser of their own.</summary>
public sealed class RecoveryJourneyTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    private const string Successor = "successor@example.org";

    [Fact]
    public async Task A_new_administrator_is_asked_for_confirmed_and_active_while_the_old_one_looks_on()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync();
            return await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        });
        var boss = await SignInAsync("boss@example.org", "/nppo");
        await Expect(boss.GetByText("Administrators at present: 1")).ToBeVisibleAsync();

        // The representative asks for it, and verifies the address; the administrator sees it come.
        var successor = await OpenAsync(console.App, Visitor.English, "/account/sign-in");
        await AskAsync(successor);
        await successor.GotoAsync((await console.App.Mailbox.MessageAsync(Successor)).LinkTo("/register/verify/"));
        await successor.GetByRole(AriaRole.Button, new() { Name = "Verify e-mail address" }).ClickAsync();
        await Expect(successor.Locator(".page-header .chip")).ToContainTextAsync("Awaiting");
        await Expect(boss.GetByText("Somebody is to become an administrator")).ToBeVisibleAsync();
        await boss.ShouldHaveNoAxeViolationsAsync();
        await successor.ShouldHaveNoAxeViolationsAsync();

        // The contact point confirms on a telephone; the other two pages change by themselves.
        await ConfirmAsync(await successor.Locator(".code-large").First.InnerTextAsync());
        await Expect(successor.Locator(".page-header .chip")).ToHaveTextAsync("Confirmed");
        await Expect(boss.GetByText("Somebody is to become an administrator")).Not.ToBeVisibleAsync();

        // The representative activates the account and is an administrator beside the old one.
        var confirmation = await console.App.Mailbox.MessageAsync(Successor, "/account/activate/");
        await successor.ActivateAsync(confirmation.LinkTo("/account/activate/"), PageTexts.English, PageTexts.English.Activate);
        await Expect(successor.GetByText("Administrators at present: 2")).ToBeVisibleAsync();
        await Expect(boss.GetByText("Administrators at present: 2")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_officer_starts_a_recovery_at_the_desk_on_pages_without_barriers()
    {
        await console.App.SeedAsync(async host =>
        {
            await host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "former.sn@example.org" });
            var officer = await host.AccountAsync("officer@example.org");
            await host.AppointAsync(HubRole.SecretariatOfficer, officer);
            return officer.Id;
        });
        var desk = await SignInAsync("officer@example.org", "/hub/registrations");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Recover an organization" }).ClickAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "Senegal" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Start the recovery" })).ToBeVisibleAsync();
        await desk.ShouldHaveNoAxeViolationsAsync();
        await FillAsync(desk, "successor.sn@example.org");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Start the recovery" }).ClickAsync();

        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "What happened" })).ToBeVisibleAsync();
        await desk.ShouldHaveNoAxeViolationsAsync();
        await console.App.Mailbox.MessageAsync("successor.sn@example.org", "/register/verify/");
        await desk.GotoAsync("hub/registrations/recover?country=ghana");
        await Expect(desk.GetByText("Not registered yet: Ghana")).ToBeVisibleAsync();
        await desk.ShouldHaveNoAxeViolationsAsync();
    }

    private async Task<IPage> SignInAsync(string address, string path)
    {
        var page = await OpenAsync(console.App, Visitor.English, $"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}");
        await page.GetByLabel("E-mail").FillAsync(address);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Given.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        return page;
    }

    private static async Task FillAsync(IPage page, string address)
    {
        await page.GetByLabel("Given name").FillAsync("New");
        await page.GetByLabel("Family name").FillAsync("Successor");
        await page.GetByLabel("Job title").FillAsync("Head of Certification");
        await page.GetByLabel("E-mail").FillAsync(address);
        await page.GetByLabel("Phone").FillAsync("+225 27 20 00 00 00");
        await page.GetByLabel("What happened").FillAsync("Our administrator left the service in May.");
        await page.GetByLabel("I have informed the official contact point").CheckAsync();
    }

    private static async Task AskAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "We have lost our administrator" }).ClickAsync();
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByLabel("Country").FillAsync("cote d'ivoire");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find the organization" }).ClickAsync();
        await Expect(page.GetByText("Direction de la protection des végétaux")).ToBeVisibleAsync();
        await page.GetByLabel("Family name").FillAsync("Successor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the request" }).ClickAsync();
        await Expect(page.Locator("#Form-JobTitle-error")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Family name")).ToHaveValueAsync("Successor");
        await page.ShouldHaveNoAxeViolationsAsync();
        await FillAsync(page, Successor);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the request" }).ClickAsync();
        await page.WaitForURLAsync("**/registration?link=*");
    }

    private async Task ConfirmAsync(string code)
    {
        var request = await console.App.Mailbox.MessageAsync("ocp.ci@example.org", "new administrator");
        var page = await OpenAsync(console.App, Visitor.English.OnTelephone().WithoutJavaScript(), request.LinkTo("/contact-point/"));
        await Expect(page.GetByText(code)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm the new administrator" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, confirm" }).ClickAsync();
        await Expect(page.GetByText("The new administrator is confirmed")).ToBeVisibleAsync();
    }
}
