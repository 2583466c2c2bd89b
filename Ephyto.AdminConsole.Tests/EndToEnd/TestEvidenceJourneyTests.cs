using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>One person, two consoles: what was proven in the one is carried to the other.</summary>
public sealed class TestEvidenceJourneyTests : BrowserTests
{
    private const string Boss = "boss@example.org";
    private const string Way = "/nppo/integration";

    [Fact]
    public async Task An_administrator_downloads_the_evidence_in_test_and_takes_it_in_in_production()
    {
        using var folder = new TemporaryDirectory();
        await using var test = await ConsoleApp.StartAsync(new Dictionary<string, string?> { ["Demo:Enabled"] = "false" });
        await SetUpAsync(test, isTest: true);
        var there = await OpenAsync(test, Visitor.English, Way);
        await there.SignInAsync(Boss, Way);
        await Expect(there.GetByRole(AriaRole.Heading, new() { Name = "Evidence for Production" })).ToBeVisibleAsync();
        await there.ShouldFitAndBeAccessibleAsync();
        var key = await DownloadAsync(there, "Public key of this test console", folder.File("key.pem"));
        var evidence = await DownloadAsync(there, "Download the evidence", folder.File("evidence.json"));

        await using var production = await ConsoleApp.StartAsync(new Dictionary<string, string?>
        {
            ["Demo:Enabled"] = "false", ["Hub:Environment"] = "Production", ["Hub:TestConsoleKey"] = key,
        });
        await SetUpAsync(production, isTest: false);
        var here = await OpenAsync(production, Visitor.English, Way);
        await here.SignInAsync(Boss, Way);
        await here.ShouldFitAndBeAccessibleAsync();
        await here.Locator("#evidence-file").ChooseFileAsync(key);
        await TakeInAsync(here);
        await Expect(here.Locator("#evidence-file-error")).ToContainTextAsync("This is not a file of evidence");
        await Expect(here.Locator("#evidence-file")).ToBeFocusedAsync();
        await here.ShouldFitAndBeAccessibleAsync();

        await here.Locator("#evidence-file").ChooseFileAsync(evidence);
        await TakeInAsync(here);

        await Expect(here.GetByText("The evidence is taken in.")).ToBeVisibleAsync();
        var step = here.Locator(".path-step", new() { HasText = "First message sent" });
        await Expect(step).ToContainTextAsync("Proven in Test:");
        await Expect(step).ToContainTextAsync("0195-4711");
        await Expect(here.Locator(".path-step", new() { HasText = "First message received" })).Not.ToContainTextAsync("Proven in Test");
        await here.ShouldFitAndBeAccessibleAsync();
    }

    private static Task<Guid> SetUpAsync(ConsoleApp app, bool isTest) => app.SeedAsync(async host =>
    {
        var nppo = (await host.ConfirmedNppoAsync()).Nppo.Id;
        await host.ActiveMemberAsync(nppo, NppoRole.Administrator, Boss);
        if (!isTest) return nppo;
        await host.AddAsync(new SandboxMilestone
        {
            NppoId = nppo, Kind = SandboxFirst.Sent, At = host.Now(), ConnectionCode = "CI", TrackingNumber = "0195-4711",
        });
        return nppo;
    });

    private static Task TakeInAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Take in" }).ClickAsync();

    private static async Task<string> DownloadAsync(IPage page, string link, string file)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        await download.SaveAsAsync(file);
        return file;
    }
}
