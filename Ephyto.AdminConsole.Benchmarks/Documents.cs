using System.Diagnostics;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>Time to make a page, and a PDF, of each document that the console ships.</summary>
internal static class Documents
{
    private const int Rounds = 20;
    private static readonly string[] Names = ["integration-guide.en", "integration-guide.fr", "hub-api.en", "hub-api.fr"];

    public static void Measure()
    {
        foreach (var name in Names)
        {
            var content = ShippedLibrary.Read(name);
            Measure($"{name} as a page", () => MarkdownText.Parse(content).Render("/").Html.Length);
            Measure($"{name} as PDF", () => PdfOfMarkdown.Write(MarkdownText.Parse(content), new(name, name)).Length);
        }
    }

    private static void Measure(string what, Func<int> make)
    {
        make();
        List<double> times = [];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            make();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Browser.Print(what, times);
    }
}
