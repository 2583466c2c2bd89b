using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>
/// The spaces of French: a no-break space (U+00A0) before <c>: ; ? !</c> and inside « », so that no line begins with a
/// sign. A colon that a page puts between two texts itself is English whatever the language, so pages put none. <c>Accept:</c> is the
/// header of a request as it is written.
/// </summary>
internal static partial class TypographyRules
{
    public static IEnumerable<string> French(string file, string text) =>
        from line in Lines(text)
        from sign in WrongSpace().Matches(line)
        select $"{file}: \"{Around(line, sign.Index)}\" wants a no-break space";

    public static IEnumerable<string> OwnColon(string file, string markup) =>
        from line in Lines(markup)
        from sign in Colon().Matches(line)
        select $"{file}: \"{Around(line, sign.Index)}\" belongs into a text";

    /// <summary>The prose of a Markdown document: without blocks of code, code in a line, addresses and lines of tables.</summary>
    public static string Prose(string markdown) =>
        NotProse().Replace(markdown, "x");

    private static string[] Lines(string text) => text.Split('\n');

    private static string Around(string line, int at) => line[Math.Max(0, at - 20)..Math.Min(line.Length, at + 12)].Trim();

    [GeneratedRegex(@"(?<=\S)[ \u202f]+[:;?!»](?=[\s<.,)»{]|$)|(?<=[\w)}…])[;?!»](?=\s|$)|(?<=[^\W\d])(?<!https?|mailto|Accept):(?=\s|$)"
        + @"|«(?!\u00a0)")]
    private static partial Regex WrongSpace();

    [GeneratedRegex(@"(?:\]|\)|</bdi>|</span>|</strong>): ?(?:@|<bdi|<span|<strong)|>: <|^\s*: @")]
    private static partial Regex Colon();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`|\]\([^)]*\)|^\s*\|[\s:|-]+$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NotProse();
}
