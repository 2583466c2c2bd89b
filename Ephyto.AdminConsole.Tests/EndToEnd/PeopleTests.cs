using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>From the confirmation e-mail to the first colleague, in real browsers, each person in one of their own.</summary>
public sealed class PeopleTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    private const string ActivationPath = "/account/activate";

    [Fact]
    public async Task The_representative_activates_the_account_and_grants_a_colleague_access()
    {
        await console.App.SeedAsync(host => host.ConfirmedNppoAsync("CI"));
        var boss = await OpenEmailAsync(Visitor.French, "awa.kouassi@example.org");
        await Expect(Title(boss)).ToHaveTextAsync("Activer votre compte");
        await boss.ShouldHaveNoAxeViolationsAsync();
        await ActivateAsync(boss, "Nouveau mot de passe", "Répéter le nouveau mot de passe", "Activer le compte");
        await Expect(Title(boss)).ToHaveTextAsync("Direction de la protection des végétaux");
        await Expect(boss.GetByText("Votre organisation dépend d’un seul administrateur")).ToBeVisibleAsync();
        await boss.ShouldHaveNoAxeViolationsAsync();

        await boss.GetByRole(AriaRole.Link, new() { Name = "Inviter des collègues" }).ClickAsync();
        await boss.GetByRole(AriaRole.Button, new() { Name = "Inviter un collègue" }).ClickAsync();
        await boss.Locator("#invite-email").FillAsync("koffi@example.org");
        await boss.GetByLabel("Langue de l’invitation").SelectOptionAsync("en");
        await boss.ShouldHaveNoAxeViolationsAsync();
        await boss.GetByRole(AriaRole.Button, new() { Name = "Envoyer l’invitation" }).ClickAsync();
        var row = boss.GetByRole(AriaRole.Row).Filter(new() { HasText = "koffi@example.org" });
        await Expect(row).ToContainTextAsync("Invité");
        await Expect(row).ToContainTextAsync("Envoyé");
        await boss.ShouldHaveNoAxeViolationsAsync();

        var colleague = await OpenEmailAsync(Visitor.English, "koffi@example.org");
        await Expect(Title(colleague)).ToHaveTextAsync("Accept the invitation");
        await Expect(colleague.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Awa Kouassi");
        await colleague.GetByLabel("Given name").FillAsync("Koffi");
        await colleague.GetByLabel("Family name").FillAsync("N’Guessan");
        await colleague.GetByLabel("Job title").FillAsync("Inspector");
        await ActivateAsync(colleague, "New password", "Repeat the new password", "Activate the account");
        await Expect(Title(colleague)).ToHaveTextAsync("Direction de la protection des végétaux");

        await Expect(row).ToContainTextAsync("Koffi N’Guessan");
        await Expect(row).ToContainTextAsync("Actif");
    }

    [Fact]
    public async Task A_link_that_was_used_leads_to_the_sign_in()
    {
        await console.App.SeedAsync(
            host => host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org", PreferredLanguage = "en" }));
        var page = await OpenEmailAsync(Visitor.English, "sn@example.org");
        await ActivateAsync(page, "New password", "Repeat the new password", "Activate the account");
        await page.GotoAsync("account/manage");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        var again = await OpenEmailAsync(Visitor.English, "sn@example.org");
        await Expect(Title(again)).ToHaveTextAsync("This link has been used");
        await again.ShouldHaveNoAxeViolationsAsync();
        await again.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await again.GetByLabel("E-mail").FillAsync("SN@example.org");
        await again.GetByLabel("Password").FillAsync("not the password");
        await again.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(again.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not match");
        await again.ShouldHaveNoAxeViolationsAsync();
        await again.GetByLabel("Password").FillAsync(Given.Password);
        await again.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(again).ToHaveURLAsync(console.App.AddressOf("/nppo"));
    }

    [Fact]
    public async Task Who_is_signed_in_as_somebody_else_is_told_and_can_go_on()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("GH", Given.Awa with { Email = "gh@example.org", PreferredLanguage = "en" });
            return await host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "other@example.org");
        });
        var page = await SignInAsync(Visitor.English.WithoutJavaScript(), "other@example.org", "/account/manage");

        await page.GotoAsync((await console.App.Mailbox.MessageAsync("gh@example.org", ActivationPath)).LinkTo(ActivationPath));
        await Expect(Title(page)).ToHaveTextAsync("This invitation is for somebody else");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out and go on" }).ClickAsync();

        await Expect(Title(page)).ToHaveTextAsync("Activate your account");
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Activate the account" }).ClickAsync();
        await Expect(page.Locator("#Form-Password-error")).ToContainTextAsync("at least 12 characters");
    }

    [Fact]
    public async Task A_request_to_join_appears_before_the_administrator_who_admits_it()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("KE", Given.Awa with { Email = "ke@example.org" });
            return await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss.ke@example.org");
        });
        var boss = await SignInAsync(Visitor.English, "boss.ke@example.org", "/nppo/members");
        await Expect(boss.GetByRole(AriaRole.Row).Filter(new() { HasText = "boss.ke@example.org" })).ToBeVisibleAsync();
        var stranger = await OpenAsync(console.App, Visitor.English.OnTelephone(), "/join/KE");
        await stranger.GetByRole(AriaRole.Button, new() { Name = "Send the request" }).ClickAsync();
        await Expect(stranger.Locator("#Form-Words-error")).ToBeVisibleAsync();
        await stranger.ShouldHaveNoAxeViolationsAsync();
        await stranger.GetByLabel("Given name").FillAsync("Grace");
        await stranger.GetByLabel("Family name").FillAsync("Wanjiru");
        await stranger.GetByLabel("Job title").FillAsync("Inspector");
        await stranger.GetByLabel("E-mail").FillAsync("grace@example.org");
        await stranger.GetByLabel("Why do you need access?").FillAsync("I sign certificates in Mombasa.");
        await stranger.GetByRole(AriaRole.Button, new() { Name = "Send the request" }).ClickAsync();
        await Expect(Title(stranger)).ToHaveTextAsync("Your request has been passed on");
        await Expect(stranger.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("boss");

        var request = boss.GetByRole(AriaRole.Article, new() { Name = "Grace Wanjiru" });
        await Expect(request).ToContainTextAsync("I sign certificates in Mombasa.");
        await boss.ShouldHaveNoAxeViolationsAsync();
        await request.GetByRole(AriaRole.Button, new() { Name = "Admit" }).ClickAsync();
        await request.GetByRole(AriaRole.Button, new() { Name = "Admit and send the invitation" }).ClickAsync();

        await Expect(boss.GetByRole(AriaRole.Row).Filter(new() { HasText = "grace@example.org" })).ToContainTextAsync("Invited");
        await console.App.Mailbox.MessageAsync("grace@example.org", "invite");
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgot-password")]
    [InlineData("/account/activate")]
    [InlineData("/account/set-up")]
    [InlineData("/account/reset-password")]
    [InlineData("/join/FR")]
    public async Task Every_plain_page_fits_its_screen_and_is_accessible(string path)
    {
        foreach (var visitor in new[] { Visitor.English, Visitor.French.OnTelephone().InTheDark() })
        {
            var page = await OpenAsync(console.App, visitor, path);
            await Expect(Title(page)).ToHaveCountAsync(1);
            await page.ShouldFitAndBeAccessibleAsync();
        }
    }

    private static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static async Task ActivateAsync(IPage page, string password, string again, string button)
    {
        await page.GetByLabel(password, new() { Exact = true }).FillAsync(Given.Password);
        await page.GetByLabel(again).FillAsync(Given.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.WaitForURLAsync("**/nppo");
    }

    private async Task<IPage> OpenEmailAsync(Visitor visitor, string address) =>
        await OpenAsync(console.App, visitor, (await console.App.Mailbox.MessageAsync(address, ActivationPath)).LinkTo(ActivationPath));

    private async Task<IPage> SignInAsync(Visitor visitor, string email, string path)
    {
        var page = await OpenAsync(console.App, visitor, path);
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Given.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**{path}");
        return page;
    }
}
