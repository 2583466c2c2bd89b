namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Where the sources lie: tests that read them look upward from the built assembly.</summary>
internal static class Repository
{
    private static readonly string[] BuiltFolders = ["bin", "obj", "TestResults", "App_Data"];

    public static string Root { get; } = FindRoot();

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>Source files of the project folders, by extension, without what a build makes; paths relative to the root.</summary>
    public static IEnumerable<string> SourceFiles(params string[] extensions) =>
        Directory.EnumerateDirectories(Root, "Ephyto.*")
            .SelectMany(project => Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories))
            .Where(file => extensions.Contains(System.IO.Path.GetExtension(file)))
            .Select(file => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(BuiltFolders.Contains))
            .Order(StringComparer.Ordinal);

    public static string Read(string relativePath) => File.ReadAllText(Path(relativePath));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Ephyto.AdminConsole.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No solution above {AppContext.BaseDirectory}.");
    }
}
