using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>The machine's Chromium.</summary>
internal static class Browser
{
    private static readonly string[] Paths = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROME_PATH") ?? Paths.First(File.Exists),
        Args = Flags,
    });

    public static void Print(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"| {what}, {times.Count} rounds: median, worst (ms) | {times[times.Count / 2]:0.#}, {times[^1]:0.#} |");
    }
}
