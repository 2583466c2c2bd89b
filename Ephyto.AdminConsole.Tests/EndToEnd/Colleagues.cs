using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>What people with an account do on their way.</summary>
internal static class Colleagues
{
    private const string Password = "quiet river under plum trees";

    /// <summary>Opens the link of the confirmation or invitation, sets a password and arrives in the organization's area.</summary>
    public static async Task ActivateAsync(this IPage page, string link, PageTexts texts, string button, string? givenName = null)
    {
        await page.GotoAsync(link);
        await page.ShouldHaveNoAxeViolationsAsync();
        if (givenName is not null)
        {
            await page.GetByLabel(texts.GivenName).FillAsync(givenName);
            await page.GetByLabel(texts.FamilyName).FillAsync("Colleague");
            await page.GetByLabel(texts.JobTitle).FillAsync("Integrator");
        }

        await page.GetByLabel(texts.Password, new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel(texts.PasswordAgain).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.WaitForURLAsync("**/nppo");
    }

    /// <summary>Fills in the sign-in that stands before a page, in English, and arrives there.</summary>
    public static async Task SignInAsync(this IPage page, string email, string path)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Given.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync($"**{path}");
    }

    public static async Task InviteAsync(this IPage page, string email, PageTexts texts)
    {
        await page.GotoAsync("nppo/members");
        await page.GetByRole(AriaRole.Button, new() { Name = texts.Invite }).ClickAsync();
        await page.Locator("#invite-email").FillAsync(email);
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = texts.SendInvitation }).ClickAsync();
        await Assertions.Expect(page.GetByText(email).First).ToBeVisibleAsync();
    }

    public static async Task<string> PasswordAtTheDeskAsync(this ConsoleApp app)
    {
        var printed = (await app.LineAsync("hub.administrator@example.org")).Trim();
        return printed[(printed.LastIndexOf(' ') + 1)..].TrimEnd('.');
    }

    /// <summary>The demo administrator signs in with what the console printed at its first start.</summary>
    public static async Task SignInAtTheDeskAsync(this IPage page, ConsoleApp app)
    {
        await page.GotoAsync("account/sign-in?returnUrl=%2Fhub%2Fregistrations");
        await page.ShouldHaveNoAxeViolationsAsync();
        await page.GetByLabel("E-mail").FillAsync("hub.administrator@example.org");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(await app.PasswordAtTheDeskAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/hub/registrations");
    }
}
