using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>From the confirmation to live exchange: an organization, the hub and a visitor, each in a browser of their own.</summary>
public sealed class IntegrationJourneyTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    [Fact]
    public async Task An_organization_reads_connects_reports_and_is_set_live_while_the_public_list_follows()
    {
        await console.App.SeedAsync(async host =>
        {
            var (nppo, initial) = await host.ConfirmedNppoAsync("RW", Given.Awa with { Email = "rw@example.org" });
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "first.rw@example.org");
            var second = await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "second.rw@example.org");
            await host.HandContactAsync(nppo.Id, second);
            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync("integrating@example.org"));
            return initial.Id;
        });
        var visitor = await OpenAsync(console.App, Visitor.English, "/participation?search=rwanda");
        await Expect(visitor.Locator(".country-list")).ToContainTextAsync("Rwanda");
        var boss = await SignInAsync("first.rw@example.org", "/nppo/integration");
        var hub = await SignInAsync("integrating@example.org", "/hub/integration");
        await hub.ShouldFitAndBeAccessibleAsync();
        await hub.GetByRole(AriaRole.Link, new() { Name = "Rwanda" }).ClickAsync();
        await Expect(hub.Step("Contacts complete")).ToContainTextAsync("Done");

        await ReadAsync(boss, "Integration guide");
        await ReadAsync(boss, "Hub web service API description");
        await Expect(hub.Step("Documents read")).ToContainTextAsync("Done");
        await boss.GotoAsync("nppo/connection");
        await boss.ShouldFitAndBeAccessibleAsync();
        await boss.PressAsync("Save the connection");
        await Expect(boss.GetByText("The connection is saved.")).ToBeVisibleAsync();
        await boss.ShouldFitAndBeAccessibleAsync();
        await Expect(hub.Step("Connection set")).ToContainTextAsync("Done");
        await UploadCertificateAsync(boss);
        await Expect(hub.Step("Digital certificate uploaded")).ToContainTextAsync("Done");
        await hub.ShouldFitAndBeAccessibleAsync();

        await hub.AdvanceAsync("Start testing");
        await Expect(visitor.GetByRole(AriaRole.Heading, new() { Name = "Testing" })).ToBeVisibleAsync();
        await boss.GotoAsync("nppo/integration");
        foreach (var step in new[] { "First message sent", "First message received", "First message acknowledged" })
        {
            await boss.Step(step).GetByLabel("Proof for the Hub").FillAsync("Number 4711 of today");
            await boss.Step(step).GetByRole(AriaRole.Button, new() { Name = "Report as done" }).ClickAsync();
            await Expect(hub.Step(step)).ToContainTextAsync("Number 4711 of today");
            await Expect(boss.Step(step).GetByText("At most 2,000 characters.")).ToBeVisibleAsync();
        }

        await hub.Step("First message sent").GetByLabel("What is missing").FillAsync("The Hub has no such number.");
        await hub.Step("First message sent").GetByRole(AriaRole.Button, new() { Name = "Send back" }).ClickAsync();
        await Expect(boss.Step("First message sent")).ToContainTextAsync("The Hub has no such number.");
        await boss.ShouldFitAndBeAccessibleAsync();
        await boss.Step("First message sent").GetByLabel("Proof for the Hub").FillAsync("Number 4712");
        await boss.Step("First message sent").GetByRole(AriaRole.Button, new() { Name = "Report as done" }).ClickAsync();
        foreach (var step in new[] { "First message sent", "First message received", "First message acknowledged" })
        {
            await hub.Step(step).GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
            await Expect(boss.Step(step)).ToContainTextAsync("Accepted");
        }

        await hub.AdvanceAsync("Set live");
        await Expect(visitor.Locator("h2#Live")).ToBeVisibleAsync();
        await Expect(visitor.Locator(".country-list")).ToContainTextAsync("sends and receives");
        await Expect(boss.Locator(".page-header .chip")).ToHaveTextAsync("Live");
        await visitor.ShouldFitAndBeAccessibleAsync();
        await console.App.Mailbox.MessageAsync("first.rw@example.org", "exchanges real ePhytos");
    }

    private static async Task ReadAsync(IPage page, string title)
    {
        await page.ReadDocumentAsync(title);
        await page.ShouldFitAndBeAccessibleAsync();
    }

    private static async Task UploadCertificateAsync(IPage page)
    {
        using var key = SharedKeys.Rsa(3072);
        var request = new CertificateRequest("CN=ephyto.rw, O=RICA, C=RW", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        await page.GotoAsync("nppo/certificates");
        await page.ShouldFitAndBeAccessibleAsync();
        await page.PressAsync("Add a certificate");
        await page.GetByLabel("Description").FillAsync("Test server, Kigali");
        // A key that was sent is not taken any more: the certificate is of another one.
        using var sent = SharedKeys.Rsa();
        await page.ChooseCertificateAsync("key.pem", sent.ExportPkcs8PrivateKeyPem());
        await page.PressAsync("Upload");
        await Expect(page.Locator("#certificate-file-error")).ToContainTextAsync("private key");
        await Expect(page.Locator("#certificate-file")).ToBeFocusedAsync();
        await page.ChooseCertificateAsync("ephyto.pem", certificate.ExportCertificatePem());
        await page.PressAsync("Upload");
        await page.ShouldFitAndBeAccessibleAsync();
        await page.ActivateCertificateAsync("Test server, Kigali");
        await page.ShouldFitAndBeAccessibleAsync();
    }

    private async Task<IPage> SignInAsync(string email, string path)
    {
        var page = await OpenAsync(console.App, Visitor.English, path);
        await page.SignInAsync(email, path);
        return page;
    }
}
