using System.Diagnostics;
using System.Globalization;

namespace Ephyto.AdminConsole.Benchmarks.Circuits;

/// <summary>
/// What a page with a list costs the server while it is open: memory and processor time of one circuit, of the console's own list and
/// of the grids of the component library beside it, with the same rows in the same run.
/// </summary>
internal static class OpenCircuits
{
    private const int Rounds = 4;
    private const int Pages = 25;

    public static async Task MeasureAsync()
    {
        using var server =
            Process.Start(
                new ProcessStartInfo(Path.ChangeExtension(typeof(OpenCircuits).Assembly.Location, null),
                    CircuitServer.Command) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var greeting = (await HearAsync(server)).Split(' ', 2);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        List<Circuit> open = [];
        var (sizes, kibibytes, milliseconds) = (new Dictionary<string, int>(), new Dictionary<string, List<double>>(),
            new Dictionary<string, List<double>>());
        try
        {
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var grid in MeasuredGrids.All)
                {
                    var (heap, _, processor) = await ReadAsync(server);
                    var path = $"{MeasuredRoute.Path}?grid={Uri.EscapeDataString(grid)}";
                    for (var page = 0; page < Pages; page++) open.Add(
                        await Circuit.OpenAsync(http, new Uri(greeting[0]), path, greeting[1]));
                    var (heapAfter, processorAfter, _) = await ReadAsync(server);
                    sizes[grid] = open[^1].Bytes;
                    if (round == 0) continue;
                    kibibytes.Add(grid, (heapAfter - heap) / 1024 / Pages);
                    milliseconds.Add(grid, (processorAfter - processor) / Pages);
                }
            }
        }
        finally
        {
            foreach (var circuit in open) await circuit.DisposeAsync();
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }

        Console.WriteLine(
            "| page, 25 rows | KiB per circuit | CPU ms per circuit | beside the stock MudDataGrid | bytes of the first render |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var grid in MeasuredGrids.All)
        {
            var (memory, time) = (Median(kibibytes[grid]), Median(milliseconds[grid]));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {grid} | {memory:0} | {time:0.0} | {memory / Median(kibibytes[MeasuredGrids.StockDataGrid]):0.00}; "
                    + $"{time / Median(milliseconds[MeasuredGrids.StockDataGrid]):0.00} | {sizes[grid]:N0} |"));
        }
    }

    private static async Task<(double Heap, double Before, double Processor)> ReadAsync(Process server)
    {
        await server.StandardInput.WriteLineAsync();
        var parts = (await HearAsync(server)).Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0], parts[1], parts[2]);
    }

    // The console writes lines of its own.
    private static async Task<string> HearAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(CircuitServer.Mark, StringComparison.Ordinal)) return line[CircuitServer.Mark.Length..];
        }

        throw new InvalidOperationException("The console has ended.");
    }

    private static void Add(this Dictionary<string, List<double>> figures, string grid, double figure)
    {
        if (!figures.TryGetValue(grid, out var list)) figures[grid] = list = [];
        list.Add(figure);
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
