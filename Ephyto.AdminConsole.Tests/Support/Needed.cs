using Xunit.Sdk;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// What a test needs from the machine: a browser, a database server, a mail server. Where it is missing the test is
/// left out with a sentence; where <c>EPHYTO_TESTS_STRICT=1</c> is set, as CI does, the test fails with that sentence.
/// </summary>
internal static class Needed
{
    public static bool Strict => Environment.GetEnvironmentVariable("EPHYTO_TESTS_STRICT") == "1";

    public static string Tool(string? path, string missing) => Tool(path, missing, Strict);

    public static string Tool(string? path, string missing, bool strict)
    {
        if (path is not null)
            return path;
        throw strict ? FailException.ForFailure(missing) : SkipException.ForSkip(missing);
    }

    /// <summary>The first of the names found on the search path, or the first of the absolute paths that exists.</summary>
    public static string? Find(params IEnumerable<string> candidates) =>
        candidates.SelectMany(Places).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Places(string candidate) =>
        Path.IsPathRooted(candidate)
            ? [candidate]
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, candidate));
}
