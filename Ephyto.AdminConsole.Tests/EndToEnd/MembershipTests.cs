using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>The life of members in real browsers, while those concerned look on.</summary>
public sealed class MembershipTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task An_administrator_changes_a_role_and_suspends_a_colleague_who_watches()
    {
        await SeedAsync("CI");
        var boss = await SignInAsync("boss.ci@example.org", "/nppo/members");
        var colleague = await SignInAsync("colleague.ci@example.org", "/nppo/members");
        await boss.ShouldHaveNoAxeViolationsAsync();
        var row = Row(boss, "colleague.ci@example.org");

        await row.GetByRole(AriaRole.Button, new() { Name = "Change the role" }).ClickAsync();
        var dialog = boss.GetByRole(AriaRole.Dialog);
        await boss.ShouldHaveNoAxeViolationsAsync();
        await dialog.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("Integrator");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Change the role" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Integrator");
        await Expect(Row(colleague, "colleague.ci@example.org")).ToContainTextAsync("Integrator");
        await boss.GetByRole(AriaRole.Button, new() { Name = "Change back" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Viewer");

        await row.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();
        await boss.ShouldHaveNoAxeViolationsAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("reason");
        await dialog.GetByLabel("Reason").FillAsync("On leave until May.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspend" }).ClickAsync();

        await Expect(row).ToContainTextAsync("Suspended");
        await Expect(colleague.GetByRole(AriaRole.Row)).ToHaveCountAsync(0);
        await console.App.Mailbox.MessageAsync("colleague.ci@example.org", "On leave until May.");
        await boss.GotoAsync("nppo/members?state=Suspended");
        await Expect(boss.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await boss.ShouldHaveNoAxeViolationsAsync();
    }

    [Fact]
    public async Task Inviting_and_changing_a_role_need_no_mouse()
    {
        await SeedAsync("SN");
        var boss = await SignInAsync("boss.sn@example.org", "/nppo/members");
        // When the page becomes live it reads anew, and a button that is made anew has no focus.
        await Expect(boss.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        await Expect(Row(boss, "colleague.sn@example.org")).ToBeVisibleAsync();

        await PressAsync(boss, boss.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" }));
        await boss.Locator("#invite-email").FocusAsync();
        await boss.Keyboard.TypeAsync("one@example.org, boss.sn@example.org, nonsense");
        await PressAsync(boss, boss.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }));
        await Expect(boss.GetByText("A member or invited already")).ToBeVisibleAsync();
        await Expect(Row(boss, "one@example.org")).ToContainTextAsync("Invited");
        await boss.ShouldHaveNoAxeViolationsAsync();

        await PressAsync(boss, Row(boss, "colleague.sn@example.org").GetByRole(AriaRole.Button, new() { Name = "Change the role" }));
        var dialog = boss.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        await dialog.GetByLabel("Role", new() { Exact = true }).FocusAsync();
        await boss.Keyboard.TypeAsync("Int");
        await Expect(dialog.GetByLabel("Role", new() { Exact = true })).ToHaveValueAsync("Integrator");
        await PressAsync(boss, dialog.GetByRole(AriaRole.Button, new() { Name = "Change the role" }));
        await Expect(Row(boss, "colleague.sn@example.org")).ToContainTextAsync("Integrator");
    }

    [Fact]
    public async Task The_technical_contact_passes_and_a_leaving_administrator_hands_over()
    {
        await SeedAsync("GH");
        var boss = await SignInAsync("boss.gh@example.org", "/nppo");
        var colleague = await SignInAsync("colleague.gh@example.org", "/nppo");
        await boss.GetByRole(AriaRole.Button, new() { Name = "Hand over" }).ClickAsync();
        await boss.ShouldHaveNoAxeViolationsAsync();
        await boss.GetByLabel("New technical contact").SelectOptionAsync(new SelectOptionValue { Label = "Some colleague gh (Viewer)" });
        await boss.GetByRole(AriaRole.Button, new() { Name = "Ask this person" }).ClickAsync();
        await Expect(boss.GetByRole(AriaRole.Button, new() { Name = "Withdraw the offer" })).ToBeVisibleAsync();
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await Expect(boss.GetByRole(AriaRole.Link, new() { Name = "colleague.gh@example.org" })).ToBeVisibleAsync();
        await boss.ShouldHaveNoAxeViolationsAsync();

        await boss.GotoAsync("nppo/members");
        await boss.GetByRole(AriaRole.Link, new() { Name = "Hand over and leave the organization" }).ClickAsync();
        await boss.GetByRole(AriaRole.Button, new() { Name = "Hand over and leave" }).ClickAsync();
        await Expect(boss.GetByText("Choose another active member")).ToBeVisibleAsync();
        await boss.ShouldHaveNoAxeViolationsAsync();
        await boss.GetByLabel("Successor", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Some colleague gh (Viewer)" });
        await boss.GetByRole(AriaRole.Button, new() { Name = "Hand over and leave" }).ClickAsync();
        await boss.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Hand over and leave" }).ClickAsync();
        await Expect(boss.GetByRole(AriaRole.Link, new() { Name = "colleague.gh@example.org" })).ToHaveCountAsync(0);

        await colleague.GotoAsync("nppo/members");
        await Expect(Row(colleague, "colleague.gh@example.org")).ToContainTextAsync("Administrator");
        await Expect(Row(colleague, "boss.gh@example.org")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_pages_fit_a_telephone_in_French()
    {
        await SeedAsync("KE");
        var page = await SignInAsync("boss.ke@example.org", "/nppo/members", Visitor.French.OnTelephone());
        foreach (var path in new[] { "/nppo/members", "/nppo/handover" })
        {
            await page.GotoAsync(path[1..]);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
            await page.ShouldFitAndBeAccessibleAsync();
        }
    }

    private static ILocator Row(IPage page, string text) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    private static async Task PressAsync(IPage page, ILocator button)
    {
        await Expect(button).ToBeEnabledAsync();
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    private Task<Actor> SeedAsync(string country) => console.App.SeedAsync(async host =>
    {
        var code = country.ToLowerInvariant();
        var (nppo, _) = await host.ConfirmedNppoAsync(country, Given.Awa with { Email = $"{code}@example.org" });
        await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, $"boss.{code}@example.org");
        return await host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, $"colleague.{code}@example.org");
    });

    private async Task<IPage> SignInAsync(string email, string path, Visitor? visitor = null)
    {
        var page = await OpenAsync(console.App, visitor, path);
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync(Given.Password);
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync($"**{path}");
        return page;
    }
}
