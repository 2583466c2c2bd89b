using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>How people keep their accounts, in real browsers.</summary>
public sealed class AccountTests(AccountApp console) : BrowserTests, IClassFixture<AccountApp>
{
    [Fact]
    public async Task An_administrator_sets_up_an_app_before_anything_else_and_signs_in_with_its_code()
    {
        await SeedAsync("CI", "boss.ci@example.org", NppoRole.Administrator);
        var page = await SignInAsync(Visitor.English, "boss.ci@example.org", "/nppo/members");
        await Expect(Title(page)).ToHaveTextAsync("Second factor");
        await Expect(page.GetByText("Your role asks for a second factor")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code" })).ToBeVisibleAsync();
        await LookAtAsync(page);
        var key = await page.Locator(".key-in-clear").TextContentAsync() ?? "";
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        await Expect(page.Locator("#On-Code-error")).ToContainTextAsync("not right");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(CodeOf(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();

        await Expect(page.Locator("#recovery-codes li")).ToHaveCountAsync(10);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Copy" })).ToBeVisibleAsync();
        await LookAtAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(At("/nppo/members"));
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "boss.ci@example.org" })).ToBeVisibleAsync();

        var other = await SignInAsync(Visitor.French.OnTelephone(), "boss.ci@example.org", "/nppo/members");
        await Expect(Title(other)).ToHaveTextAsync("Saisissez votre code");
        await LookAtAsync(other);
        await other.GetByLabel("Code", new() { Exact = true }).FillAsync(CodeOf(key, later: 30));
        await other.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await Expect(other).ToHaveURLAsync(At("/nppo/members"));
        await console.App.Mailbox.MessageAsync("boss.ci@example.org", "An authenticator app was set up");
    }

    [Fact]
    public async Task A_passkey_signs_in_by_itself_and_counts_as_second_factor()
    {
        await SeedAsync("SN", "boss.sn@example.org", NppoRole.Administrator);
        var page = await SignInAsync(Visitor.English, "boss.sn@example.org", "/account/manage/passkeys");
        var device = await PasskeyDevice.AddToAsync(page);
        await LookAtAsync(page);
        await page.GetByLabel("Name of the passkey").FillAsync("My telephone");
        await page.GetByLabel("Your password, or a code").FillAsync("not the password");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "neither your password nor a code" })).ToBeVisibleAsync();
        Assert.Equal(0, await device.CountAsync());
        await page.GetByLabel("Your password, or a code").FillAsync(Given.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByText("The passkey is added")).ToBeVisibleAsync();
        Assert.Equal(1, await device.CountAsync());
        await Expect(page.GetByText("You have no recovery codes")).ToBeVisibleAsync();
        await LookAtAsync(page);
        await page.GotoAsync(At("/nppo/members"));
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "boss.sn@example.org" })).ToBeVisibleAsync();

        await page.GotoAsync(At("/account/manage"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(At("/"));
        await page.GotoAsync(At("/account/sign-in?returnUrl=%2Fnppo%2Fmembers"));
        await LookAtAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(At("/nppo/members"));

        await page.GotoAsync(At("/account/manage/passkeys"));
        await page.GetByRole(AriaRole.Link, new() { Name = "My telephone" }).ClickAsync();
        await LookAtAsync(page);
        await page.GetByLabel("Name of the passkey").FillAsync("Office telephone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Office telephone" }).ClickAsync();
        await page.GetByLabel("Your password, or a code").FillAsync(Given.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).ClickAsync();
        await Expect(page.Locator("#Form-Proof-error")).ToContainTextAsync("you have no other one");
        await console.App.Mailbox.MessageAsync("boss.sn@example.org", "A passkey was added");
    }

    [Fact]
    public async Task While_passwords_are_held_back_the_owner_gets_in_by_passkey_in_a_browser_never_seen_before()
    {
        await SeedAsync("NE", "boss.ne@example.org", NppoRole.Administrator);
        var own = await SignInAsync(Visitor.English, "boss.ne@example.org", "/account/manage/passkeys");
        var device = await PasskeyDevice.AddToAsync(own);
        await own.GetByLabel("Name of the passkey").FillAsync("My telephone");
        await own.GetByLabel("Your password, or a code").FillAsync(Given.Password);
        await own.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(own.GetByText("The passkey is added")).ToBeVisibleAsync();

        var elsewhere = await OpenAsync(console.App, Visitor.English, At("/account/sign-in?returnUrl=%2Fnppo%2Fmembers"));
        // Five are looked at; the sixth is the right one, and is not.
        foreach (var guess in Enumerable.Range(1, 5).Select(number => $"a wrong guess {number}").Append(Given.Password))
        {
            await EnterAsync(elsewhere, "boss.ne@example.org", guess);
            await Expect(elsewhere.Locator("#Form-Password")).ToHaveValueAsync("");
            await Expect(elsewhere.Locator("[role=alert]").First).ToBeVisibleAsync();
        }

        await device.GiveToAsync(await PasskeyDevice.AddToAsync(elsewhere));
        await elsewhere.GotoAsync(At("/account/sign-in?returnUrl=%2Fnppo%2Fmembers"));
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await Expect(elsewhere).ToHaveURLAsync(At("/nppo/members"));
        await Expect(elsewhere.GetByRole(AriaRole.Row).Filter(new() { HasText = "boss.ne@example.org" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_session_ended_elsewhere_leaves_its_open_page_at_once()
    {
        await SeedAsync("KE", "viewer.ke@example.org", NppoRole.Viewer);
        var there = await SignInAsync(Visitor.English, "viewer.ke@example.org", "/nppo/members");
        await Expect(there.GetByRole(AriaRole.Row).Filter(new() { HasText = "viewer.ke@example.org" })).ToBeVisibleAsync();
        var here = await SignInAsync(Visitor.English, "viewer.ke@example.org", "/account/manage/sessions");
        await Expect(here.GetByText("This browser")).ToHaveCountAsync(1);
        await LookAtAsync(here);

        await here.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere else" }).ClickAsync();

        await Expect(there).ToHaveURLAsync(At("/account/sign-in?returnUrl=%2Fnppo%2Fmembers&done=ended-elsewhere"));
        await Expect(here.GetByText("The sessions have ended.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_warning_comes_before_the_end_and_staying_takes_one_press()
    {
        await SeedAsync("GH", "viewer.gh@example.org", NppoRole.Viewer);
        var page = await SignInAsync(Visitor.English, "viewer.gh@example.org", "/account/manage");
        await AnswerAsync(page, 110);
        await page.GotoAsync(At("/nppo/members"));

        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Your session ends in 2 minutes");
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await Expect(page.Locator("#session-warning")).ToBeHiddenAsync();

        await AnswerAsync(page, 0);
        await page.GotoAsync(At("/nppo/members"));
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Your session has ended");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }))
            .ToHaveAttributeAsync("href", "account/sign-in?returnUrl=%2Fnppo%2Fmembers");
        await page.UnrouteAllAsync();
    }

    [Theory]
    [InlineData("/account/manage")]
    [InlineData("/account/manage/profile")]
    [InlineData("/account/manage/password")]
    [InlineData("/account/manage/second-factor")]
    [InlineData("/account/manage/passkeys")]
    [InlineData("/account/manage/sessions")]
    [InlineData("/account/manage/email")]
    [InlineData("/account/manage/activity")]
    [InlineData("/account/manage/data")]
    [InlineData("/account/manage/data/erase")]
    public async Task Every_page_of_the_account_fits_a_telephone_and_is_accessible(string path)
    {
        var email = $"{path[9..].Replace('/', '.')}@example.org";
        await console.App.SeedAsync(host => host.AccountAsync(email));
        await LookAtAsync(await SignInAsync(Visitor.French.OnTelephone().InTheDark(), email, path));
    }

    private static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static string CodeOf(string key, int later = 0) => Authenticator.CodeOf(key, TimeProvider.System.GetUtcNow().AddSeconds(later));

    private static async Task LookAtAsync(IPage page)
    {
        await Expect(Title(page)).ToHaveCountAsync(1);
        await page.ShouldFitAndBeAccessibleAsync();
    }

    private static async Task AnswerAsync(IPage page, int secondsLeft) =>
        await page.RouteAsync("**/account/session", route => route.FulfillAsync(
            new() { ContentType = "application/json", Body = $$"""{"secondsLeft":{{secondsLeft}},"extendable":true}""" }));

    private string At(string path) => ConsoleApp.AddressOf(console.Named, path);

    private async Task SeedAsync(string country, string email, NppoRole role) => await console.App.SeedAsync(async host =>
    {
        var (nppo, _) = await host.ConfirmedNppoAsync(country, Given.Awa with { Email = $"first.{country}@example.org" });
        return await host.ActiveMemberAsync(nppo.Id, role, email);
    });

    private async Task<IPage> SignInAsync(Visitor visitor, string email, string path)
    {
        var page = await OpenAsync(console.App, visitor, At($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}"));
        await EnterAsync(page, email, Given.Password);
        return page;
    }

    private static async Task EnterAsync(IPage page, string email, string password)
    {
        await page.Locator("#Form-Email").FillAsync(email);
        await page.Locator("#Form-Password").FillAsync(password);
        await page.Locator("button[type=submit].button-primary").ClickAsync();
    }
}
