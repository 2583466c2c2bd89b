using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>The public data under load, from this machine over loopback: requests for ten seconds on many connections.</summary>
internal static class PublicData
{
    private const int Connections = 64;
    private static readonly TimeSpan For = TimeSpan.FromSeconds(10);

    public static async Task MeasureAsync(RunningConsole console)
    {
        await MeasureAsync(console, "whole answer", null);
        using var http = new HttpClient { BaseAddress = console.Address };
        using var first = await http.GetAsync(new Uri("/api/v1/participation", UriKind.Relative));
        await MeasureAsync(console, "not changed (304)", first.Headers.ETag!.ToString());
    }

    private static async Task MeasureAsync(RunningConsole console, string what, string? etag)
    {
        await LoadAsync(console, etag, TimeSpan.FromSeconds(2));
        var (times, errors, elapsed) = await LoadAsync(console, etag, For);
        times.Sort();
        var culture = CultureInfo.InvariantCulture;
        Console.WriteLine(
            $"| participation as data, {what}: requests per second, errors, 99th percentile (ms) | "
                + $"{(times.Count / elapsed).ToString("N0", culture)}, {errors}, {times[times.Count * 99 / 100].ToString("0.0", culture)} "
                + "|");
    }

    private static async Task<(List<double> Times, int Errors, double Seconds)> LoadAsync(RunningConsole console,
        string? etag, TimeSpan time)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections };
        using var http = new HttpClient(handler) { BaseAddress = console.Address };
        if (etag is not null) http.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", etag);
        var watch = Stopwatch.StartNew();
        var workers = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => WorkAsync(http, watch, time))));
        return ([.. workers.SelectMany(worker => worker.Times)], workers.Sum(worker => worker.Errors), watch.Elapsed.TotalSeconds);
    }

    private static async Task<(List<double> Times, int Errors)> WorkAsync(HttpClient http, Stopwatch watch, TimeSpan time)
    {
        List<double> times = [];
        var errors = 0;
        while (watch.Elapsed < time)
        {
            var begun = watch.Elapsed;
            using var answer = await http.GetAsync(new Uri("/api/v1/participation", UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotModified)) errors++;
            times.Add((watch.Elapsed - begun).TotalMilliseconds);
        }

        return (times, errors);
    }
}
