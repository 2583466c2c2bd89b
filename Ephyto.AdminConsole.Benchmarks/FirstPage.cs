using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>Bytes over the wire of a first visit: the page and every style sheet, script and icon it names, compressed as served.</summary>
internal static partial class FirstPage
{
    public static async Task MeasureAsync(RunningConsole console)
    {
        foreach (var path in (string[])["/", "/register"])
        {
            using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None };
            using var http = new HttpClient(handler) { BaseAddress = console.Address };
            http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
            using var plain = new HttpClient { BaseAddress = console.Address };
            var page = await plain.GetStringAsync(new Uri(path, UriKind.Relative));
            var resources = Reference().Matches(page).Select(match => match.Groups[1].Value)
                .Where(link => link.Contains('.', StringComparison.Ordinal)).Distinct().ToList();
            long bytes = (await http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
            foreach (var resource in resources)
                bytes += (await http.GetByteArrayAsync(new Uri("/" + resource.TrimStart('/'), UriKind.Relative))).Length;
            Console.WriteLine(
                $"| first load of {path}: {resources.Count + 1} requests, bytes of the bodies | "
                    + $"{bytes.ToString("N0", CultureInfo.InvariantCulture)} |");
        }
    }

    [GeneratedRegex("""<(?:link|script)[^>]+(?:href|src)="(?!https?:)([^"#]+)"[^>]*>""")]
    private static partial Regex Reference();
}
