using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>With GeNS to live exchange: an organization changes its way, the hub follows it, and a visitor sees it exchange.</summary>
public sealed class GeNSJourneyTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task An_organization_takes_GeNS_reports_its_own_steps_and_is_set_live_without_a_connection()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, initial) = await host.ConfirmedNppoAsync("LS", Given.Awa with { Email = "ls@example.org" });
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "first.ls@example.org");
            var second = await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "second.ls@example.org");
            await host.HandContactAsync(nppo.Id, second);
            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync("following@example.org"));
            return initial.Id;
        });
        var visitor = await OpenAsync(console.App, Visitor.English, "/participation?search=lesotho");
        var boss = await SignInAsync("first.ls@example.org", "/nppo/integration");
        await PressAsync(boss, "Change the system");
        await boss.GetByLabel("Through another system", new() { Exact = true }).CheckAsync();
        await boss.ShouldFitAndBeAccessibleAsync();
        await boss.GetByLabel("GeNS", new() { Exact = true }).CheckAsync();
        await PressAsync(boss, "Save the system");
        await Expect(boss.GetByText("The system is saved.")).ToBeVisibleAsync();
        await Expect(boss.Locator(".path-step")).ToHaveCountAsync(5);
        await boss.ShouldFitAndBeAccessibleAsync();
        await console.App.Mailbox.MessageAsync("following@example.org", "has changed the system by which it exchanges");
        var hub = await SignInAsync("following@example.org", "/hub/integration");
        await hub.GetByRole(AriaRole.Link, new() { Name = "Lesotho" }).ClickAsync();
        await Expect(hub.Locator("#exchange-system ~ p").First).ToContainTextAsync("GeNS");
        await hub.ShouldFitAndBeAccessibleAsync();

        await DoAsync(boss, hub, "Tenant of GeNS asked for", "GeNS administrators trained");
        await AdvanceAsync(hub, "Start testing");
        await Expect(visitor.GetByRole(AriaRole.Heading, new() { Name = "Testing" })).ToBeVisibleAsync();
        await Expect(boss.GetByRole(AriaRole.Button, new() { Name = "Change the system" })).ToHaveCountAsync(0);
        await DoAsync(boss, hub, "First certificate issued", "First certificate received");
        await AdvanceAsync(hub, "Set live");

        await Expect(visitor.Locator("h2#Live")).ToBeVisibleAsync();
        await Expect(visitor.Locator(".country-list")).ToContainTextAsync("sends and receives");
        await Expect(boss.Locator(".page-header .chip")).ToHaveTextAsync("Live");
        foreach (var page in new[] { "nppo/connection", "nppo/certificates" })
        {
            await boss.GotoAsync(page);
            await Expect(boss.GetByRole(AriaRole.Main)).ToContainTextAsync("is needed: GeNS");
            await boss.ShouldFitAndBeAccessibleAsync();
        }
    }

    private static async Task DoAsync(IPage boss, IPage hub, params string[] steps)
    {
        foreach (var step in steps)
        {
            await Step(boss, step).GetByLabel("Proof for the Hub").FillAsync("On Monday, with our partner");
            await Step(boss, step).GetByRole(AriaRole.Button, new() { Name = "Report as done" }).ClickAsync();
            await Expect(Step(hub, step)).ToContainTextAsync("On Monday, with our partner");
            await Step(hub, step).GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
            await Expect(Step(boss, step)).ToContainTextAsync("Accepted");
        }
    }

    private static async Task AdvanceAsync(IPage hub, string act)
    {
        await PressAsync(hub, act);
        await hub.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
        await Expect(hub.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static ILocator Step(IPage page, string title) => page.Locator(".path-step", new() { HasText = title }).First;

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task<IPage> SignInAsync(string email, string path)
    {
        var page = await OpenAsync(console.App, Visitor.English, path);
        await page.SignInAsync(email, path);
        return page;
    }
}
