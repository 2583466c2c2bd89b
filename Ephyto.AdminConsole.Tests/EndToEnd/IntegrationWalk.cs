using System.Text;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>What an organization and the hub do on the pages of the way to live exchange.</summary>
internal static class IntegrationWalk
{
    public static ILocator Step(this IPage page, string title) => page.Locator(".path-step", new() { HasText = title }).First;

    public static Task PressAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static async Task ReadDocumentAsync(this IPage page, string title)
    {
        await page.GotoAsync("nppo/documents");
        await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await Expect(page.Locator(".document-text h2").First).ToBeVisibleAsync();
        // A reading is noted by the page that lives.
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
    }

    public static Task ChooseCertificateAsync(this IPage page, string name, string pem) =>
        page.Locator("#certificate-file").ChooseFileAsync(
            new FilePayload { Name = name, MimeType = "application/x-pem-file", Buffer = Encoding.ASCII.GetBytes(pem) });

    public static async Task ActivateCertificateAsync(this IPage page, string description)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Activate" }).ClickAsync();
        await Expect(page.GetByText($"“{description}” is active.")).ToBeVisibleAsync();
    }

    /// <summary>The hub starts the test, or sets the organization live.</summary>
    public static async Task AdvanceAsync(this IPage hub, string act)
    {
        await hub.PressAsync(act);
        await hub.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
        await Expect(hub.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
