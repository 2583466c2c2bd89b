using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.Domain.Access;
using Ephyto.Domain.Sandbox;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>
/// What the sandbox bears: envelopes a second over mutual TLS, each checked by every rule and committed before it is answered; and
/// how soon an open page shows a call.
/// </summary>
internal static class SandboxCalls
{
    private const int Rounds = 20;
    private const int Systems = 5;

    // A million a day.
    private const int Pace = 12;

    private static readonly TimeSpan Each = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan EachPaced = TimeSpan.FromSeconds(30);
    private static readonly int[] Sizes = [20, 220];
    private static readonly int[] Clients = [1, 10, 50];

    /// <param name="isPacedOnly">Without the rows of clients that call without a pause.</param>
    public static async Task MeasureAsync(bool isPacedOnly = false)
    {
        int?[] paces = isPacedOnly ? [Pace] : [null, Pace];
        Console.WriteLine("| envelopes | store | clients | a second | median, 99th percentile, worst (ms) | refused | memory (MB) |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var store in await Store.MakeAsync())
        {
            var settings = new Dictionary<string, string?>(SandboxSystem.Settings);
            foreach (var (key, value) in store.Settings) settings[key] = value;
            await using var console = await RunningConsole.StartAsync(settings);
            List<SandboxSystem> made = [];
            for (var place = 0; place < Systems; place++) made.Add(await SandboxSystem.SetUpAsync(console, place));
            SandboxSystem[] systems = [.. made];
            var rows = from size in Sizes from pace in paces from clients in Clients select (size, pace, clients);
            foreach (var (size, pace, clients) in rows)
                await MeasureAsync(systems, store.Name, size, clients, pace);

            await MeasurePageAsync(console, systems[0], store.Name);
        }
    }

    /// <param name="pace">How many all of them send a second; null where each sends the next when the one before is answered.</param>
    private static async Task MeasureAsync(SandboxSystem[] systems, string store, int kilobytes, int clients, int? pace)
    {
        // A few that are not counted: connections, and code that is compiled at its first use.
        await RunAsync(systems, kilobytes, clients, TimeSpan.FromSeconds(3), pace);
        var period = pace is null ? Each : EachPaced;
        var (times, refused, memory) = await RunAsync(systems, kilobytes, clients, period, pace);
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {kilobytes} KB | {store} | {clients}{(pace is null ? "" : ", paced")} | {times.Count / period.TotalSeconds:0} | "
            + $"{times[times.Count / 2]:0}, "
            + $"{times[times.Count * 99 / 100]:0}, {times[^1]:0} | {refused} | {memory / 1024 / 1024} |"));
    }

    private static async Task<(List<double> Times, int Refused, long Memory)> RunAsync(
        SandboxSystem[] systems, int kilobytes, int clients, TimeSpan period, int? pace)
    {
        var (watch, refused, peak) = (Stopwatch.StartNew(), 0, 0L);
        var rounds = await Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
        {
            var system = systems[client % systems.Length];
            using var http = system.Client();
            List<double> times = [];
            for (var round = 0; ; round++)
            {
                // Whoever is late has waited, too: it counts from the moment at which the call was due.
                var due = pace is { } rate ? TimeSpan.FromSeconds(((round * clients) + client) / (double)rate) : watch.Elapsed;
                if (due >= period) break;
                var number = $"{Guid.NewGuid():N}"[..20];
                var content = WebUtility.HtmlEncode(ContentOf(system.Code, number, kilobytes));
                if (due > watch.Elapsed) await Task.Delay(due - watch.Elapsed);
                var begun = pace is null ? watch.Elapsed : due;
                if (!await system.DeliverAsync(http, content, number)) Interlocked.Increment(ref refused);
                times.Add((watch.Elapsed - begun).TotalMilliseconds);
                if (client == 0 && round % 20 == 0) peak = Math.Max(peak, Process.GetCurrentProcess().WorkingSet64);
            }

            return times;
        }));
        return ([.. rounds.SelectMany(times => times)], refused, peak);
    }

    /// <summary>A certificate with so many goods that it has the size: each element of them is checked.</summary>
    private static string ContentOf(string code, string number, int kilobytes)
    {
        var root = XElement.Parse(SampleCertificate.Make(new EnvelopeAddress(code, "XE", 851, 70, number), DateTime.UtcNow));
        var goods = root.Descendants().Single(element => element.Name.LocalName == "IncludedSPSTradeLineItem");
        var one = goods.ToString(SaveOptions.DisableFormatting).Length;
        var room = (kilobytes * 1024) - root.ToString(SaveOptions.DisableFormatting).Length;
        for (var line = 2; line < 2 + (room / one); line++)
        {
            var more = new XElement(goods);
            more.SetElementValue(goods.Name.Namespace + "SequenceNumeric", line);
            goods.Parent!.Add(more);
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>From the moment a client calls to the row on a page that is open in a real browser.</summary>
    private static async Task MeasurePageAsync(RunningConsole console, SandboxSystem system, string store)
    {
        var (_, _, email) = await console.AddMemberAsync(system.NppoId, NppoRole.Viewer, "watching-integrator");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var page = await (await browser.NewContextAsync(new() { BaseURL = console.Address.AbsoluteUri, Locale = "en-GB" })).NewPageAsync();
        await page.SignInAsync(email, "/nppo/sandbox");
        await page.WaitForSelectorAsync(".list-grid tbody tr");
        await page.WaitForFunctionAsync("() => !document.querySelector('.until-live[data-waiting]')");
        using var http = system.Client();
        List<double> times = [];
        for (var round = 0; round < Rounds; round++)
        {
            await page.EvaluateAsync("""
                () => {
                  const first = () => document.querySelector('.list-grid tbody tr a')?.href;
                  const before = first();
                  delete window.shownAt;
                  new MutationObserver((_, watch) => {
                    if (first() === before) return;
                    window.shownAt = Date.now();
                    watch.disconnect();
                  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
                }
                """);
            var number = $"{Guid.NewGuid():N}"[..20];
            var content = WebUtility.HtmlEncode(ContentOf(system.Code, number, Sizes[0]));
            var called = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            await system.DeliverAsync(http, content, number);
            await page.WaitForFunctionAsync("() => window.shownAt");
            times.Add(await page.EvaluateAsync<double>("() => window.shownAt") - called);
        }

        Browser.Print($"call to the open page, {store}", times);
    }
}
