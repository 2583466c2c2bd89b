using System.Text;
using Ephyto.AdminConsole.Tests.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Ephyto.AdminConsole.Tests.Features.ContactPoints.Import.CsvFiles;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>An officer imports the directory while a colleague and the contact point of before look at their pages.</summary>
public sealed class DirectoryImportJourneyTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    private const string Page = "/hub/contact-points/import";

    [Fact]
    public async Task A_file_is_mended_applied_and_everybody_whom_it_concerns_sees_it()
    {
        await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync("importer@example.org"));
            await host.AppointAsync(HubRole.Auditor, await host.AccountAsync("reader@example.org"));
            return await host.SubmittedAsync("CI", Given.Awa);
        });
        var request = await console.App.Mailbox.MessageAsync("ocp.ci@example.org");
        var before = await OpenAsync(console.App, Visitor.English.OnTelephone(), request.LinkTo("/contact-point/"));
        await Expect(before.GetByRole(AriaRole.Button, new() { Name = "Confirm registration" })).ToBeVisibleAsync();
        var reader = await SignInAsync("reader@example.org", "/hub/contact-points?search=ivoire");
        var row = reader.GetByRole(AriaRole.Row).Filter(new() { HasText = "Côte d’Ivoire" });
        await Expect(row).ToContainTextAsync("Official Contact");
        await reader.ShouldFitAndBeAccessibleAsync();

        var officer = await SignInAsync("importer@example.org", Page);
        await officer.ShouldFitAndBeAccessibleAsync();
        await RefuseAsync(officer);
        await UploadAsync(officer, Text(Line("CI", "New Office"), Line("GH")).Replace(',', ';'));
        await Expect(officer.GetByText("It goes before the new contact at once")).ToBeVisibleAsync();
        await Expect(officer.Locator("#review")).ToBeFocusedAsync();
        await officer.ShouldFitAndBeAccessibleAsync();
        await Expect(row).ToContainTextAsync("Official Contact");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Apply the changes (2)" }).ClickAsync();
        await Expect(officer.GetByText("Added: 1. Changed: 1. Removed: 0.")).ToBeInViewportAsync();

        await Expect(row).ToContainTextAsync("New Office");
        await Expect(before.GetByText("This link is no longer the newest")).ToBeVisibleAsync();
        var message = await console.App.Mailbox.MessageAsync("new.office.ci@example.org");
        var successor = await OpenAsync(console.App, Visitor.English.OnTelephone(), message.LinkTo("/contact-point/"));
        await Expect(successor.GetByRole(AriaRole.Button, new() { Name = "Confirm registration" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_preview_fits_a_telephone_in_French_in_the_dark()
    {
        await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync("agent@example.org"));
            await host.AddAsync(host.Contact("TG"), host.Contact("BJ"));
            return true;
        });
        var page = await SignInAsync("agent@example.org", Page, Visitor.English.OnTelephone().InTheDark());
        await page.GotoAsync($"language/fr?returnUrl={Uri.EscapeDataString(Page)}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Importer des points de contact");
        await page.ShouldFitAndBeAccessibleAsync();
        await page.GetByLabel("Mettre fin à leurs inscriptions").CheckAsync();
        await UploadAsync(page, Text(Line("TG", "Service de la protection des végétaux"), Line("GH")));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Supprimées" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Appliquer les modifications" }).ClickAsync();
        await Expect(page.Locator("#end-them-error")).ToBeVisibleAsync();
        await page.ShouldFitAndBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Annuler" }).ClickAsync();
        await UploadAsync(page, Text("XX,official,Office,nobody", "=1+1,,,"));
        await Expect(page.GetByText("Le pays «\u00a0XX\u00a0» n’existe pas")).ToBeVisibleAsync();
        await page.ShouldFitAndBeAccessibleAsync();
    }

    /// <summary>What is too large is not read, and what is wrong is told with its line.</summary>
    private static async Task RefuseAsync(IPage officer)
    {
        using var directory = new TemporaryDirectory();
        var large = directory.File("large.csv");
        await using (var file = File.Create(large)) file.SetLength(50L * 1024 * 1024);
        await officer.Locator("#directory-file").ChooseFileAsync(large);
        await Expect(officer.GetByText("The file is larger than 2 MB.")).ToBeVisibleAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Choose a file again" }).ClickAsync();
        await UploadAsync(officer, Text(Line("CI", "New Office"), Line("CI", "Other Office"), "Ghana,official,Office,nobody"));
        await Expect(officer.GetByText("CI is there twice, on the lines 2 and 3.")).ToBeVisibleAsync();
        await Expect(officer.GetByRole(AriaRole.Button, new() { Name = "Apply the changes" })).ToHaveCountAsync(0);
        await officer.ShouldFitAndBeAccessibleAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Choose a file again" }).ClickAsync();
    }

    private static Task UploadAsync(IPage page, string text) => page.Locator("#directory-file").ChooseFileAsync(
        new FilePayload { Name = "directory.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });

    private async Task<IPage> SignInAsync(string email, string path, Visitor? visitor = null)
    {
        var page = await OpenAsync(console.App, visitor ?? Visitor.English, path);
        await page.SignInAsync(email, path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        return page;
    }
}
