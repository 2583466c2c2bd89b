using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// Base of the tests that walk the real app in a real browser. Each <see cref="OpenAsync"/> is another person: a context
/// of its own. When a test fails, what every person saw lies in <c>TestResults</c> as a picture and as HTML, with what the console said. A
/// test fails too when a page threw, broke the content security policy or lost its circuit to an exception.
/// </summary>
public abstract class BrowserTests : IAsyncLifetime
{
    private static readonly string[] Faults = ["Content Security Policy", "unhandled exception", "unhandled error"];

    // What a page says whose server went away while it was calling it, or beginning a circuit.
    private static readonly string[] LostServer = ["Failed to fetch", "Circuit host not initialized", "WebSocket closed",
        "not in the 'Connected' State"];
    private readonly List<IPage> _pages = [];
    private readonly HashSet<ConsoleApp> _apps = [];
    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>Set where a test ends the server under its pages: their failed calls are no fault then.</summary>
    private protected bool ServerMayVanish { get; set; }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await KeepAsync();
        foreach (var context in _pages.Select(page => page.Context).Distinct())
            await context.CloseAsync();
        if (!_faults.IsEmpty)
            Assert.Fail(string.Join(Environment.NewLine, _faults));
        GC.SuppressFinalize(this);
    }

    /// <param name="path">Inside the console, such as <c>/nppo</c>, or a whole address.</param>
    /// <param name="at">Where the person reaches the console, if not at its public address.</param>
    private protected async Task<IPage> OpenAsync(ConsoleApp app, Visitor? visitor = null, string? path = null, Uri? at = null)
    {
        var browser = await Chromium.StartAsync();
        var address = at ?? app.PublicAddress;
        var context = await browser.NewContextAsync((visitor ?? Visitor.English).Options(address));
        context.SetDefaultTimeout((float)Patience.Usual.TotalMilliseconds);
        var page = await context.NewPageAsync();
        _pages.Add(page);
        _apps.Add(app);
        Watch(page);
        if (path is not null)
            await page.GotoAsync(ConsoleApp.AddressOf(address, path));
        return page;
    }

    /// <summary>Another tab of the same person.</summary>
    private protected async Task<IPage> BesideAsync(IPage page)
    {
        var other = await page.Context.NewPageAsync();
        _pages.Add(other);
        Watch(other);
        return other;
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, error) =>
        {
            if (!ServerMayVanish || !LostServer.Any(words => error.Contains(words, StringComparison.Ordinal)))
                _faults.Enqueue($"{page.Url}: {error}");
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && Faults.Any(fault => message.Text.Contains(fault, StringComparison.OrdinalIgnoreCase)))
                _faults.Enqueue($"{page.Url}: {message.Text}");
        };
    }

    private async Task KeepAsync()
    {
        var test = TestContext.Current.Test?.TestDisplayName ?? "test";
        var folder =
            Directory.CreateDirectory(
                Repository.Path("TestResults", string.Join('-', test.Split(Path.GetInvalidFileNameChars())))).FullName;
        await File.WriteAllLinesAsync(Path.Combine(folder, "console.log"), _apps.SelectMany(app => app.Output));
        foreach (var (number, page) in _pages.Index())
        {
            try
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{number + 1}.png"), FullPage = true });
                await File.WriteAllTextAsync(Path.Combine(folder, $"{number + 1}.html"), $"<!-- {page.Url} -->{await page.ContentAsync()}");
            }
            catch (PlaywrightException lost)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"{number + 1}.txt"), lost.Message);
            }
        }
    }
}
