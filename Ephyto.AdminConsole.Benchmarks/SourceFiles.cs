namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>Lines per source file, without migrations and what the compiler makes.</summary>
internal static class SourceFiles
{
    private static readonly string[] Folders = ["Ephyto.Domain", "Ephyto.AdminConsole", "Ephyto.AdminConsole.Tests",
        "Ephyto.AdminConsole.Benchmarks"];
    private static readonly string[] LeftOut = ["bin", "obj", "Migrations"];

    public static void Measure()
    {
        var separator = Path.DirectorySeparatorChar;
        var lengths = Folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => !LeftOut.Any(part => file.Contains($"{separator}{part}{separator}", StringComparison.Ordinal)))
            .Select(file => (File: file, Lines: File.ReadLines(file).Count())).OrderBy(entry => entry.Lines).ToList();
        Console.WriteLine($"| source files | {lengths.Count} |");
        Console.WriteLine(
            $"| lines per file: median, 90th percentile | {lengths[lengths.Count / 2].Lines}, {lengths[lengths.Count * 9 / 10].Lines} |");
        Console.WriteLine($"| longest file | {lengths[^1].Lines} ({lengths[^1].File}) |");
    }
}
