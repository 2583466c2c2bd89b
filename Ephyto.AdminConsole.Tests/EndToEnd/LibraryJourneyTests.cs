using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>The hub keeps the library while a member looks at it, each in a browser of their own.</summary>
public sealed class LibraryJourneyTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task A_document_is_uploaded_published_replaced_and_withdrawn_before_the_eyes_of_a_member()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("UG", Given.Awa with { Email = "ug@example.org" });
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "viewer.ug@example.org");
            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync("librarian@example.org"));
            return true;
        });
        var member = await SignInAsync("viewer.ug@example.org", "/nppo/documents");
        var hub = await SignInAsync("librarian@example.org", "/hub/documents");
        await hub.ShouldFitAndBeAccessibleAsync();
        await PressAsync(hub, "Add a document");
        await hub.GetByLabel("Title", new() { Exact = true }).FillAsync("Samples of the Hub");
        await RefuseAsync(hub);
        await ChooseAsync(hub, "#document-file", "samples.md", "# Samples\n\n## Pull\n\nThe first sample.");
        await hub.ShouldFitAndBeAccessibleAsync();
        await PressAsync(hub, "Add as a draft");
        await Expect(hub.GetByText("The draft is in the library.")).ToBeVisibleAsync();
        await Expect(member.GetByText("Samples of the Hub")).ToHaveCountAsync(0);

        await hub.GetByRole(AriaRole.Link, new() { Name = "Samples of the Hub" }).ClickAsync();
        await hub.ShouldFitAndBeAccessibleAsync();
        await ConfirmAsync(hub, "Publish");
        await member.GetByRole(AriaRole.Link, new() { Name = "Samples of the Hub", Exact = true }).ClickAsync();
        await Expect(member.Locator(".document-text")).ToContainTextAsync("The first sample.");
        await Expect(Document(hub)).ToContainTextAsync("· 1 of ");

        await Document(hub).GetByRole(AriaRole.Button, new() { Name = "New version" }).ClickAsync();
        await hub.GetByLabel("What is new").FillAsync("A second sample.");
        await ChooseAsync(hub, "#version-file", "samples.md", "# Samples\n\n## Pull\n\nThe second sample.");
        await hub.ShouldFitAndBeAccessibleAsync();
        await hub.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Add as a draft" }).ClickAsync();
        await ConfirmAsync(hub, "Publish");
        await PressAsync(member, "Show the newer version");
        await Expect(member.Locator(".document-text")).ToContainTextAsync("The second sample.");
        await console.App.Mailbox.MessageAsync("viewer.ug@example.org", "A second sample.");

        await ConfirmAsync(hub, "Withdraw");
        await Expect(member.GetByText("This document is not available")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_page_of_the_integration_fits_a_telephone_in_French_in_the_dark()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("TZ", Given.Awa with { Email = "tz@example.org" });
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss.tz@example.org");
            return true;
        });
        var page = await SignInAsync("boss.tz@example.org", "/nppo/documents", Visitor.English.OnTelephone().InTheDark());
        await page.GotoAsync("language/fr?returnUrl=%2Fnppo%2Fdocuments");
        await page.GetByRole(AriaRole.Link, new() { Name = "Description de l’API", Exact = false }).First.ClickAsync();
        await Expect(page.Locator(".document-text h2").First).ToBeVisibleAsync();
        await page.ShouldFitAndBeAccessibleAsync();
        foreach (var path in new[] { "/nppo/documents", "/nppo/documents?words=accuse", "/nppo/integration", "/nppo/connection",
            "/nppo/certificates" })
        {
            await page.GotoAsync(path[1..]);
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            await page.ShouldFitAndBeAccessibleAsync();
        }
    }

    /// <summary>What the library does not take: too large to be read at all, and a key.</summary>
    private static async Task RefuseAsync(IPage hub)
    {
        using var directory = new TemporaryDirectory();
        var gigabyte = directory.File("huge.pdf");
        await using (var file = System.IO.File.Create(gigabyte)) file.SetLength(1L << 30);
        await hub.Locator("#document-file").ChooseFileAsync(gigabyte);
        await Expect(hub.GetByText("The file is larger than the library takes.")).ToBeVisibleAsync();
        await Expect(hub.GetByRole(AriaRole.Button, new() { Name = "Add as a draft" })).ToBeDisabledAsync();

        await ChooseAsync(hub, "#document-file", "key.md", "-----BEGIN PRIVATE KEY-----");
        await PressAsync(hub, "Add as a draft");
        await Expect(hub.GetByRole(AriaRole.Alert).Filter(new() { HasText = "private key" })).ToBeVisibleAsync();
    }

    private static async Task ChooseAsync(IPage page, string field, string name, string text)
    {
        await page.Locator(field)
            .ChooseFileAsync(
                new FilePayload { Name = name, MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add as a draft" })).ToBeEnabledAsync();
    }

    private static ILocator Document(IPage hub) => hub.Locator("section.card", new() { HasText = "Samples of the Hub" });

    private static async Task ConfirmAsync(IPage hub, string act)
    {
        await Document(hub).GetByRole(AriaRole.Button, new() { Name = act }).First.ClickAsync();
        await hub.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
        await Expect(hub.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private async Task<IPage> SignInAsync(string email, string path, Visitor? visitor = null)
    {
        var page = await OpenAsync(console.App, visitor ?? Visitor.English, path);
        await page.SignInAsync(email, path);
        return page;
    }
}
