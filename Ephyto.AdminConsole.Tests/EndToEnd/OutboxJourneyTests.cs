using Ephyto.AdminConsole.Tests.Features.Outbox;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>An e-mail that came back, from the problem to the delivery, and the sending paused under the eyes of a colleague.</summary>
public sealed class OutboxJourneyTests(StrippedPathApp console) : BrowserTests, IClassFixture<StrippedPathApp>
{
    [Fact]
    public async Task An_officer_finds_an_email_that_came_back_corrects_its_address_and_pauses_the_sending()
    {
        await console.App.SeedAsync(async host =>
        {
            await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync("officer.outbox@example.org"));
            await host.AppointAsync(HubRole.Auditor, await host.AccountAsync("auditor.outbox@example.org"));
            await host.SubmittedAsync("SN", Given.Awa with { Email = "awa.outbox@example.org" });
            await host.FailedAsync("a.rather.long.address.outbox@quarantine.agriculture.gov.example.org");
            return await host.FailedAsync("wrnog.outbox@example.org");
        });
        var officer = await OpenAsync(console.App, Visitor.English, "/hub/problems");
        await officer.SignInAsync("officer.outbox@example.org", "/hub/problems");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Messages could not be delivered" }).ClickAsync();
        await officer.WaitForURLAsync("**/hub/outbox?state=undelivered");
        var row = officer.GetByRole(AriaRole.Row).Filter(new() { HasText = "wrnog.outbox@example.org" });
        await Expect(row).ToContainTextAsync("There is no such mailbox");
        await officer.ShouldFitAndBeAccessibleAsync();

        await row.GetByRole(AriaRole.Link, new() { Name = "Your organization is suspended" }).ClickAsync();
        await Expect(officer.FrameLocator("iframe").GetByText("A word.")).ToBeVisibleAsync();
        await LetToolsIntoTheFrameAsync(officer);
        await officer.ShouldFitAndBeAccessibleAsync();
        await officer.GetByLabel("Right address for this message").FillAsync("right.outbox@example.org");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Correct the address and send" }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Status)).ToContainTextAsync("corrected address");
        await console.App.Mailbox.MessageAsync("right.outbox@example.org");
        await Expect(officer.GetByRole(AriaRole.Complementary, new() { Name = "About this message" }))
            .ToContainTextAsync("right.outbox@example.org");
        await Expect(officer.Locator(".page-header .chip")).ToHaveTextAsync("Sent");

        var auditor = await OpenAsync(console.App, Visitor.English.OnTelephone(), "/hub/outbox?search=outbox");
        await auditor.SignInAsync("auditor.outbox@example.org", "/hub/outbox?search=outbox");
        await Expect(auditor.GetByRole(AriaRole.Row).Filter(new() { HasText = "awa.outbox@example.org" }).First).ToBeVisibleAsync();
        await auditor.ShouldFitAndBeAccessibleAsync();
        await officer.GotoAsync("hub/outbox");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Pause the sending" }).ClickAsync();
        await officer.GetByLabel("Reason").FillAsync("The mail server moves tonight.");
        await officer.ShouldFitAndBeAccessibleAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Pause now" }).ClickAsync();
        await Expect(auditor.Locator("#sending-paused")).ToContainTextAsync("The mail server moves tonight.");
        await auditor.ShouldFitAndBeAccessibleAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "Resume the sending" }).ClickAsync();
        await Expect(auditor.Locator("#sending-paused")).ToHaveCountAsync(0);

        await auditor.Locator("tbody a[lang=fr]").First.ClickAsync();
        await Expect(auditor.FrameLocator("iframe").Locator("html")).ToHaveAttributeAsync("lang", "fr");
        await LetToolsIntoTheFrameAsync(auditor);
        await auditor.ShouldFitAndBeAccessibleAsync();
    }
    // The frame runs no script, and so no axe either. It is opened for the tool only once it is proven to be shut.
    private static async Task LetToolsIntoTheFrameAsync(IPage page)
    {
        await Expect(page.Locator("iframe")).ToHaveAttributeAsync("sandbox", "");
        await page.Locator("iframe").EvaluateAsync(
            "frame => new Promise(shown => { frame.onload = shown; frame.setAttribute('sandbox', 'allow-scripts'); frame.srcdoc = "
                + "frame.srcdoc; })");
    }
}
