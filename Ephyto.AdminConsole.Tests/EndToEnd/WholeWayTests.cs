using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Tests.Features.Sandbox;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>
/// From the confirmation to live exchange on evidence that nobody typed: the organization and the hub in a browser each, and the
/// client of an integrator.
/// </summary>
public sealed partial class WholeWayTests(SandboxApp console) : BrowserTests, IClassFixture<SandboxApp>
{
    private const string Described = "Test server, Kigali";

    [Fact]
    public async Task What_a_client_does_in_the_sandbox_is_all_that_the_hub_needs_to_set_a_country_live()
    {
        var curl = ClientTool.Curl();
        using var folder = new TemporaryDirectory();
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("RW", Given.Awa with { Email = "rw@example.org" });
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "first.rw@example.org");
            await host.HandContactAsync(nppo.Id, await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "second.rw@example.org"));
            await host.AppointAsync(HubRole.HubAdministrator, await host.AccountAsync("integrating@example.org"));
            return true;
        });
        var boss = await SignInAsync("first.rw@example.org", "/nppo/documents");
        var hub = await SignInAsync("integrating@example.org", "/hub/integration");
        await hub.GetByRole(AriaRole.Link, new() { Name = "Rwanda" }).ClickAsync();

        foreach (var document in new[] { "Integration guide", "Hub web service API description" }) await boss.ReadDocumentAsync(document);
        await Expect(hub.Step("Documents read")).ToContainTextAsync("Done");
        await boss.GotoAsync("nppo/connection");
        await boss.PressAsync("Save the connection");
        await Expect(boss.GetByText("The connection is saved.")).ToBeVisibleAsync();
        await UploadAsync(boss, folder);
        await hub.AdvanceAsync("Start testing");
        var call = await FirstCallAsync(boss, folder, curl);
        await boss.GotoAsync("nppo/integration");

        await call(Soap.Empty("GetProfile"));
        var sent = await call(Soap.Deliver("RW", "XF", Certificate("2026-1"), "2026-1"));
        foreach (var page in new[] { boss, hub })
            await Expect(page.Step("First message sent")).ToContainTextAsync($"In the sandbox, with the tracking number {Number(sent)}");
        var received = Number(await call(Soap.Empty("PULLImportEnvelope")));
        Assert.NotEqual(Number(sent), received);
        await Expect(hub.Step("First message received")).ToContainTextAsync(received);
        await call(Soap.Numbered("AcknowledgeEnvelopeReceipt", received));
        await Expect(hub.Step("First message acknowledged")).ToContainTextAsync(received);

        await hub.AdvanceAsync("Set live");
        await Expect(boss.Locator(".page-header .chip")).ToHaveTextAsync("Live");
        // Nobody typed anything for a step.
        await Expect(hub.Locator(".path-step blockquote")).ToHaveCountAsync(0);
        await Expect(boss.Locator(".path-step blockquote")).ToHaveCountAsync(0);
    }

    /// <summary>A key pair of one's own; the console gets the certificate of it.</summary>
    private static async Task UploadAsync(IPage page, TemporaryDirectory folder)
    {
        using var key = RSA.Create(3072);
        using var certificate = CallingSystem.Make("CN=ephyto.rw, O=RICA, C=RW", DateTimeOffset.UtcNow, key);
        await File.WriteAllTextAsync(folder.File("client.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(folder.File("client.key"), key.ExportPkcs8PrivateKeyPem());
        await page.GotoAsync("nppo/certificates");
        await page.PressAsync("Add a certificate");
        await page.GetByLabel("Description").FillAsync(Described);
        await page.ChooseCertificateAsync("client.pem", certificate.ExportCertificatePem());
        await page.PressAsync("Upload");
        await page.ActivateCertificateAsync(Described);
    }

    /// <summary>What the page of the first call says is all that the client is told.</summary>
    private static async Task<Func<string, Task<SoapAnswer>>> FirstCallAsync(IPage page, TemporaryDirectory folder, string curl)
    {
        await page.GotoAsync("nppo/sandbox/first-call");
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Download the certificate of the sandbox" }).ClickAsync());
        await download.SaveAsAsync(folder.File("sandbox.pem"));
        var address = Address().Match((await page.Locator("#first-lines").TextContentAsync())!).Value;
        return async body =>
        {
            await File.WriteAllTextAsync(folder.File("call.xml"), Soap.Around(body));
            var raw = await ClientTool.RunAsync(folder.Path, curl, null,
                ["--silent", "--show-error", "--cert", "client.pem", "--key", "client.key", "--cacert", "sandbox.pem",
                    "--header", "Content-Type: text/xml; charset=utf-8", "--header", "SOAPAction: \"\"", "--data-binary", "@call.xml",
                    address]);
            var answer = SoapAnswer.Of(HttpStatusCode.OK, raw);
            Assert.Null(answer.Fault);
            return answer;
        };
    }

    private static string Certificate(string number) =>
        SampleCertificate.Make(new EnvelopeAddress("RW", "XF", 851, 70, number), DateTime.UtcNow);

    private static string Number(SoapAnswer answer) => answer.All("hubDeliveryNumber").Single();

    private async Task<IPage> SignInAsync(string email, string path)
    {
        var page = await OpenAsync(console.App, Visitor.English, path);
        await page.SignInAsync(email, path);
        return page;
    }

    [GeneratedRegex(@"https://[^\s""']+/hub/DeliveryService")]
    private static partial Regex Address();
}
