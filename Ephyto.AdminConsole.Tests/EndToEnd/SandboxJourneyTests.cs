using System.Security.Cryptography;
using Ephyto.AdminConsole.Tests.Features.Sandbox;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>A console with a sandbox on a port of its own.</summary>
public sealed class SandboxApp : RunningConsole
{
    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Demo:Enabled"] = "false",
        ["Sandbox:Enabled"] = "true",
        ["Sandbox:Port"] = "0",
    };
}

/// <summary>
/// From the empty page to the first call: its lines are copied with the keyboard and run as they are, and the call appears before the
/// eyes of its organization, and of nobody else.
/// </summary>
public sealed class SandboxJourneyTests(SandboxApp console) : BrowserTests, IClassFixture<SandboxApp>
{
    [Fact]
    public async Task An_integrator_copies_the_first_call_runs_it_and_sees_it_happen()
    {
        var shell = ClientTool.ShellWithCurl();
        using var folder = new TemporaryDirectory();
        await console.App.SeedAsync(async host =>
        {
            var own = await CallingSystem.SetUpAsync(host, "RW");
            await host.ActiveMemberAsync(own.NppoId, NppoRole.Integrator, "integrator.rw@example.org");
            var other = await CallingSystem.SetUpAsync(host, "KE");
            await host.ActiveMemberAsync(other.NppoId, NppoRole.Administrator, "boss.ke@example.org");
            using var key = SharedKeys.Rsa();
            using var certificate = CallingSystem.Make("CN=First call", host.Time.GetUtcNow(), key);
            var uploaded = CallingSystem.Upload(own.NppoId, certificate, host.Time.GetUtcNow().UtcDateTime,
                connection: new(own.Uploaded.ConnectionId!.Value, own.Code));
            Assert.True(uploaded.Activate([], Guid.NewGuid(), host.Time.GetUtcNow().UtcDateTime).IsSuccess);
            await host.AddAsync(uploaded);
            await File.WriteAllTextAsync(folder.File("ephyto-rw-client.pem"), certificate.ExportCertificatePem());
            await File.WriteAllTextAsync(folder.File("ephyto-rw-client.key"), key.ExportPkcs8PrivateKeyPem());
            return true;
        });
        var watcher = await OpenAsync(console.App, Visitor.English, "/nppo/sandbox");
        await watcher.SignInAsync("integrator.rw@example.org", "/nppo/sandbox");
        await Expect(watcher.GetByText("No call has come yet")).ToBeVisibleAsync();
        await watcher.ShouldFitAndBeAccessibleAsync();
        var stranger = await OpenAsync(console.App, Visitor.French.OnTelephone(), "/nppo/sandbox");
        await SignInInFrenchAsync(stranger, "boss.ke@example.org");
        await Expect(stranger.GetByText("Aucun appel n’a encore eu lieu")).ToBeVisibleAsync();
        await stranger.ShouldFitAndBeAccessibleAsync();

        var lines = await CopyAsync(watcher, folder);
        await RunAsync(lines);

        await watcher.GotoAsync("nppo/sandbox");
        await Expect(Row(watcher, "GetProfile")).ToContainTextAsync("Answered");
        await watcher.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(watcher.Locator(".sandbox-live")).ToContainTextAsync("Nothing new since then");
        await RunAsync(lines.Replace("GetProfile", "GetActiveNppos", StringComparison.Ordinal));
        await Expect(watcher.Locator(".sandbox-live")).ToContainTextAsync("One new call since then");
        await Expect(Row(watcher, "GetActiveNppos")).ToHaveCountAsync(0);
        await watcher.GetByRole(AriaRole.Button, new() { Name = "Show what is new" }).ClickAsync();
        await Expect(Row(watcher, "GetActiveNppos")).ToBeVisibleAsync();
        await watcher.ShouldFitAndBeAccessibleAsync();

        await RunAsync(lines.Replace("GetProfile", "GetProfil", StringComparison.Ordinal));
        await watcher.GetByRole(AriaRole.Row).Filter(new() { HasText = "Refused" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(watcher.Locator(".notice").First).ToContainTextAsync("The Hub has no such operation.");
        await Expect(watcher.Locator("#request-text")).ToContainTextAsync("GetProfil");
        await watcher.ShouldFitAndBeAccessibleAsync();
        await Expect(stranger.GetByText("Aucun appel n’a encore eu lieu")).ToBeVisibleAsync();
        await stranger.ReloadAsync();
        await Expect(stranger.GetByText("Aucun appel n’a encore eu lieu")).ToBeVisibleAsync();
        await stranger.GotoAsync("nppo/sandbox/first-call");
        await Expect(stranger.Locator("#first-lines")).ToBeVisibleAsync();
        await stranger.ShouldFitAndBeAccessibleAsync();

        Task<string> RunAsync(string typed) => ClientTool.RunAsync(folder.Path, shell, typed, ["-s"]);
    }

    private static async Task<string> CopyAsync(IPage page, TemporaryDirectory folder)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "Make the first call" }).ClickAsync();
        await Expect(page.Locator("#first-lines")).ToContainTextAsync("ephyto-rw-client.pem");
        await page.ShouldFitAndBeAccessibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Download the certificate of the sandbox" }).ClickAsync());
        await download.SaveAsAsync(folder.File(download.SuggestedFilename));
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy To paste into the terminal" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".code-lines .copy-said").First).ToHaveTextAsync("Copied");
        var copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(await page.Locator("#first-lines").TextContentAsync(), copied);
        return copied;
    }

    private static async Task SignInInFrenchAsync(IPage page, string email)
    {
        await page.GetByLabel("Adresse électronique").FillAsync(email);
        await page.GetByLabel("Mot de passe").FillAsync(Given.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/nppo/sandbox");
        await page.GotoAsync("language/fr?returnUrl=%2Fnppo%2Fsandbox");
        await page.GotoAsync("nppo/sandbox");
    }

    private static ILocator Row(IPage page, string operation) =>
        page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = operation, Exact = true }) });
}
