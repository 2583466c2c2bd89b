using System.Security.Cryptography;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>A letter from the request to the stranger who verifies it: three people, each in a browser of their own.</summary>
public sealed class LetterJourneyTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    [Fact]
    public async Task An_administrator_asks_an_officer_issues_and_anybody_verifies()
    {
        await console.App.SeedAsync(async host =>
        {
            var nppo = (await host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" })).Nppo;
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "asking.sn@example.org");
            await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync("writing@example.org"));
            return nppo.Id;
        });
        var officer = await SignInAsync("writing@example.org", "/hub/letters");
        await Expect(officer.GetByText("No letter has been asked for yet")).ToBeVisibleAsync();
        await officer.ShouldFitAndBeAccessibleAsync();
        var boss = await SignInAsync("asking.sn@example.org", "/nppo/letters");
        await boss.ShouldFitAndBeAccessibleAsync();

        await PressAsync(boss, "Ask for a letter");
        await boss.Locator("form[data-keep=letter]").GetByLabel("To whom it is addressed").FillAsync("Ministry of Trade, Lima");
        await boss.ShouldFitAndBeAccessibleAsync();
        await PressAsync(boss, "Send the request");
        await Expect(boss.GetByText("The Secretariat has your request.")).ToBeVisibleAsync();

        // Without a reload: the desk was open all the time.
        await officer.GetByRole(AriaRole.Link, new() { Name = "Senegal" }).ClickAsync();
        await Expect(officer.GetByText("Ministry of Trade, Lima")).ToBeVisibleAsync();
        await officer.ShouldFitAndBeAccessibleAsync();
        await PressAsync(officer, "Issue the letter");
        await officer.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Issue the letter" }).ClickAsync();
        await Expect(officer.GetByText("The letter is issued.")).ToBeVisibleAsync();
        await officer.ShouldFitAndBeAccessibleAsync();

        var download = boss.GetByRole(AriaRole.Link, new() { Name = "Download the letter" });
        await Expect(download).ToBeVisibleAsync();
        await boss.ShouldFitAndBeAccessibleAsync();
        var file = await boss.RunAndWaitForDownloadAsync(() => download.ClickAsync());
        Assert.Matches(@"^EPH-\d{4}-0001-SN\.pdf$", file.SuggestedFilename);
        var address = await boss.GetByRole(AriaRole.Link, new() { Name = "Verification page" }).GetAttributeAsync("href");

        var stranger = await OpenAsync(console.App, Visitor.English.OnTelephone().WithoutJavaScript(), address!);
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("is genuine");
        await Expect(stranger.GetByText("Ministry of Trade, Lima")).ToBeVisibleAsync();
        await stranger.Locator("#file").ChooseFileAsync(await file.PathAsync());
        await PressAsync(stranger, "Compare the file");
        await Expect(stranger.GetByText("The file is the letter as it was issued")).ToBeVisibleAsync();
        var bytes = await File.ReadAllBytesAsync(await file.PathAsync());
        await Expect(stranger.GetByText(Convert.ToHexStringLower(SHA256.HashData(bytes)))).ToBeVisibleAsync();
        await console.App.Mailbox.MessageAsync("asking.sn@example.org", "has been issued");
        await OnTelephonesAsync();
    }

    /// <summary>The public pages fit a telephone and axe finds no fault.</summary>
    private async Task OnTelephonesAsync()
    {
        foreach (var path in new[] { "/letters/verify", "/letters/ask", "/letters/request",
            "/letters/verify/00000000000000000000000000000000" })
        {
            var page = await OpenAsync(console.App, Visitor.French.OnTelephone(), path);
            await page.ShouldFitAndBeAccessibleAsync();
        }
    }

    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task<IPage> SignInAsync(string email, string path)
    {
        var page = await OpenAsync(console.App, Visitor.English, path);
        await page.SignInAsync(email, path);
        return page;
    }
}
