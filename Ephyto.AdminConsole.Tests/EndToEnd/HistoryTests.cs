using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>An administrator reads what a colleague does meanwhile in another browser.</summary>
public sealed class HistoryTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    [Fact]
    public async Task An_invitation_made_in_another_browser_joins_the_open_history_and_is_found_by_its_kind()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("TG", Given.Awa with { Email = "tg@example.org" });
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss.tg@example.org");
            await host.StoreAsync(db => db.Users.Where(u => u.Email == "boss.tg@example.org")
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, "fr")));
            return await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "second.tg@example.org");
        });
        var reader = await SignInAsync(Visitor.French.OnTelephone(), "boss.tg@example.org", "/nppo/history", "Adresse électronique",
            "Mot de passe", "Se connecter");
        var lines = reader.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem);
        await Expect(lines.Filter(new() { HasText = "Par le point de contact" }).First).ToBeVisibleAsync();
        await reader.ShouldHaveNoAxeViolationsAsync();
        var colleague = await SignInAsync(Visitor.English, "second.tg@example.org", "/nppo/members", "E-mail", "Password", "Sign in");

        await colleague.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" }).ClickAsync();
        await colleague.Locator("#invite-email").FillAsync("new.tg@example.org");
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();

        await Expect(lines.First).ToContainTextAsync("new.tg@example.org");
        await Expect(lines.First).ToContainTextAsync("Par second.tg");
        await reader.GetByLabel("Type d’acte").SelectOptionAsync("member.invited");
        await Expect(reader).ToHaveURLAsync(console.App.AddressOf("/nppo/history?kind=member.invited"));
        await Expect(lines).ToHaveCountAsync(3);
        await reader.ShouldHaveNoAxeViolationsAsync();

        await colleague.GotoAsync("nppo/history?from=2020-01-01&to=2020-01-02");
        await Expect(colleague.GetByText("Nothing matches")).ToBeVisibleAsync();
        await colleague.ShouldHaveNoAxeViolationsAsync();
        await colleague.GetByRole(AriaRole.Link, new() { Name = "Show the whole history" }).ClickAsync();
        await Expect(colleague.GetByRole(AriaRole.Main)).ToContainTextAsync("By the contact point");
    }

    private async Task<IPage> SignInAsync(Visitor visitor, string email, string path, string address, string password, string signIn)
    {
        var page = await OpenAsync(console.App, visitor, path);
        await page.GetByLabel(address).FillAsync(email);
        await page.GetByLabel(password).FillAsync(Given.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = signIn, Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**{path}");
        return page;
    }
}
