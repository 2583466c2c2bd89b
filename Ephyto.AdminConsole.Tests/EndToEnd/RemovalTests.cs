using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>Who is removed, or gets another address, in browsers of their own.</summary>
public sealed class RemovalTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    [Fact]
    public async Task Who_is_removed_loses_the_page_the_open_dialog_and_the_session_and_reads_why()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("CM", Given.Awa with { Email = "cm@example.org" });
            foreach (var name in new[] { "boss", "other", "third" })
                await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, $"{name}.cm@example.org");
            return true;
        });
        var boss = await SignInAsync("boss.cm@example.org");
        var other = await SignInAsync("other.cm@example.org");
        await PressAsync(Row(other, "third.cm"), "Suspend");
        await Expect(other.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        await PressAsync(Row(boss, "other.cm"), "Remove");
        var dialog = boss.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason").FillAsync("Works elsewhere now.");
        await PressAsync(dialog, "Remove");

        await Expect(other.GetByRole(AriaRole.Alert).First).ToContainTextAsync("removed");
        await Expect(other.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(other.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("third.cm@example.org");
        await other.ShouldHaveNoAxeViolationsAsync();
        await other.ReloadAsync();
        await Expect(other.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("third.cm@example.org");
        await console.App.Mailbox.MessageAsync("other.cm@example.org", "Works elsewhere now.");
    }

    [Fact]
    public async Task Another_address_is_confirmed_from_both_mailboxes_in_the_browser()
    {
        await console.App.SeedAsync(host => host.AccountAsync("before@example.org"));
        var page = await SignInAsync("before@example.org", "/account/manage/email");
        await page.GetByLabel("New e-mail address").FillAsync("after@example.org");
        await page.GetByLabel("Your password, or a code").FillAsync(Given.Password);
        await PressAsync(page, "Send the links");
        await page.ShouldHaveNoAxeViolationsAsync();

        await ConfirmAsync(page, "before@example.org", "/account/email/old/");
        await ConfirmAsync(await OpenAsync(console.App, Visitor.English.OnTelephone().WithoutJavaScript()), "after@example.org",
            "/account/email/new/");

        var again = await SignInAsync("after@example.org", "/account/manage");
        await Expect(again.GetByRole(AriaRole.Main)).ToContainTextAsync("after@example.org");
    }

    [Fact]
    public async Task An_administrator_resets_a_second_factor_and_the_person_hears_of_it()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("CD", Given.Awa with { Email = "cd@example.org" });
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss.cd@example.org");
            var colleague = await host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "colleague.cd@example.org");
            return await host.StoreAsync(db => db.Users.Where(u => u.Id == colleague.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.TwoFactorEnabled, true)));
        });
        var boss = await SignInAsync("boss.cd@example.org");
        await Expect(Row(boss, "colleague.cd")).ToContainTextAsync("Second factor: on");

        await PressAsync(Row(boss, "colleague.cd"), "Reset the second factor");
        await boss.ShouldHaveNoAxeViolationsAsync();
        await PressAsync(boss.GetByRole(AriaRole.Dialog), "Reset the second factor");

        await Expect(boss.GetByText("no longer works")).ToBeVisibleAsync();
        await Expect(Row(boss, "colleague.cd").GetByText("Second factor: off")).ToBeVisibleAsync();
        await console.App.Mailbox.MessageAsync("colleague.cd@example.org", "second factor");
    }

    private async Task ConfirmAsync(IPage page, string mailbox, string path)
    {
        await page.GotoAsync((await console.App.Mailbox.MessageAsync(mailbox, path)).LinkTo(path));
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    private static ILocator Row(IPage page, string email) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = email });

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private static Task PressAsync(ILocator place, string button) => place.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private async Task<IPage> SignInAsync(string email, string path = "/nppo/members")
    {
        var page = await OpenAsync(console.App, Visitor.English, path);
        await page.SignInAsync(email, path);
        return page;
    }
}
