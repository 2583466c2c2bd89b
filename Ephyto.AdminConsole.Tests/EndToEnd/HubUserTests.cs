using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>A role in the hub, from the invitation to its end, in two browsers.</summary>
public sealed class HubUserTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    private const string InvitationPath = "/account/hub-invitation";

    [Fact]
    public async Task An_officer_is_invited_accepts_and_loses_the_open_page_when_the_role_is_taken_away()
    {
        await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync("chief@example.org"));
            return true;
        });
        var chief = await OpenAsync(console.App, Visitor.English, "/hub/users");
        await chief.GetByLabel("E-mail").FillAsync("chief@example.org");
        await chief.GetByLabel("Password").FillAsync(Given.Password);
        await chief.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(chief.GetByText("The Hub depends on a single administrator")).ToBeVisibleAsync();
        await chief.GetByRole(AriaRole.Button, new() { Name = "Invite a person" }).ClickAsync();
        await chief.Locator("#invite-email").FillAsync("agent@example.org");
        await chief.GetByLabel("Language of the invitation").SelectOptionAsync("fr");
        await chief.ShouldHaveNoAxeViolationsAsync();
        await chief.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
        var row = chief.GetByRole(AriaRole.Row).Filter(new() { HasText = "agent@example.org" });
        await Expect(row).ToContainTextAsync("Sent");

        var email = await console.App.Mailbox.MessageAsync("agent@example.org", InvitationPath);
        var agent = await OpenAsync(console.App, Visitor.French.OnTelephone(), email.LinkTo(InvitationPath));
        await Expect(agent.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Accepter un rôle dans le Hub");
        await agent.ShouldHaveNoAxeViolationsAsync();
        await agent.Locator("#Form-Name").FillAsync("Aline Agent");
        await agent.GetByLabel("Nouveau mot de passe", new() { Exact = true }).FillAsync(Given.Password);
        await agent.GetByLabel("Répéter le nouveau mot de passe").FillAsync(Given.Password);
        await agent.GetByRole(AriaRole.Button, new() { Name = "Accepter le rôle" }).ClickAsync();
        await agent.WaitForURLAsync("**/hub");
        await agent.GotoAsync("hub/registrations");
        await Expect(agent.Locator("#search")).ToBeVisibleAsync();

        await Expect(row).ToContainTextAsync("Aline Agent");
        await chief.ShouldHaveNoAxeViolationsAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Change role" }).ClickAsync();
        await chief.ShouldHaveNoAxeViolationsAsync();
        await chief.GetByRole(AriaRole.Dialog).GetByLabel("Role").SelectOptionAsync(nameof(HubRole.Auditor));
        await chief.GetByRole(AriaRole.Button, new() { Name = "Assign the role" }).ClickAsync();
        await Expect(agent.GetByRole(AriaRole.Alert)).ToContainTextAsync("Votre rôle dans le Hub est désormais\u00a0: Auditeur.");

        await row.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await chief.GetByRole(AriaRole.Button, new() { Name = "Remove the person" }).ClickAsync();
        await Expect(agent.GetByRole(AriaRole.Alert)).ToContainTextAsync("Votre rôle dans le Hub vous a été retiré.");
        await Expect(agent.Locator("#search")).ToHaveCountAsync(0);
        await agent.ShouldFitAndBeAccessibleAsync();
        await console.App.Mailbox.MessageAsync("agent@example.org", "vous a été retiré");
    }
}
