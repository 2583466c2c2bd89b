using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>The machine's Chromium, started once for a run; every test opens contexts of its own in it.</summary>
internal static class Chromium
{
    private static readonly string[] Names =
        ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lock Gate = new();
    private static Task<IBrowser>? _running;
    private static IPlaywright? _driver;

    private static string[] Preferred => Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } path ? [path] : [];

    public static Task<IBrowser> StartAsync()
    {
        var path = Needed.Tool(Needed.Find([.. Preferred, .. Names]),
            "No Chromium is installed, so the tests in a browser are left out; on Debian: apt-get install chromium.");
        lock (Gate)
            return _running ??= LaunchAsync(path);
    }

    public static async Task StopAsync()
    {
        if (_running is { IsCompletedSuccessfully: true })
            await (await _running).CloseAsync();
        _driver?.Dispose();
    }

    private static async Task<IBrowser> LaunchAsync(string path)
    {
        _driver = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.Usual.TotalMilliseconds);
        return await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Headless = true, Args = Flags });
    }
}
