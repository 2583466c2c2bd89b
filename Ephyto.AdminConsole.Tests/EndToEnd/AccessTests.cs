using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>Rights that end while a page is open, in two browsers.</summary>
public sealed class AccessTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task The_members_of_a_suspended_organization_lose_the_open_page_at_once_and_read_why()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("MA", Given.Awa with { Email = "ma@example.org" });
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss.ma@example.org");
            return await AppointWithPasswordAsync(host, HubRole.HubAdministrator, "suspending@example.org");
        });
        var boss = await SignInAsync("boss.ma@example.org", "/nppo/members");
        await Expect(boss.GetByRole(AriaRole.Row).Filter(new() { HasText = "ma@example.org" }).First).ToBeVisibleAsync();
        var hub = await SignInAsync("suspending@example.org", "/hub/nppos");
        await hub.GetByLabel("Country or organization").FillAsync("morocco");
        await hub.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await hub.ShouldHaveNoAxeViolationsAsync();

        await hub.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();
        var dialog = hub.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("The certificate was stolen.");
        await hub.ShouldHaveNoAxeViolationsAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();

        await Expect(boss.GetByRole(AriaRole.Alert).GetByText("was suspended by the Hub")).ToBeVisibleAsync();
        await Expect(boss.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("ma@example.org");
        await Expect(boss.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" })).ToHaveCountAsync(0);
        await boss.ShouldHaveNoAxeViolationsAsync();

        await hub.GetByRole(AriaRole.Button, new() { Name = "Reactivate" }).ClickAsync();
        await hub.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Reactivate" }).ClickAsync();
        await Expect(boss.GetByRole(AriaRole.Alert).GetByText("You now have access to")).ToBeVisibleAsync();
        await Expect(boss.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" })).ToBeVisibleAsync();
        await console.App.Mailbox.MessageAsync("boss.ma@example.org", "was suspended by the Hub");
    }

    private static async Task<bool> AppointWithPasswordAsync(ConsoleHost host, HubRole role, string email)
    {
        await host.AppointAsync(role, await host.AccountAsync(email));
        return true;
    }

    private async Task<IPage> SignInAsync(string email, string path)
    {
        var page = await OpenAsync(console.App, Visitor.English, path);
        await page.SignInAsync(email, path);
        return page;
    }
}
