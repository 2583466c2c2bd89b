using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Architecture;

internal static partial class SourceRules
{
    public static IEnumerable<string> TooLong(string file, string text, int most)
    {
        var lines = text.TrimEnd('\n').Split('\n').Length;
        return lines > most ? [$"{file}: {lines} lines"] : [];
    }

    public static IEnumerable<string> ClockReads(string file, string text) => Find(ClockRead(), file, text);

    public static IEnumerable<string> Sleeps(string file, string text) => Find(Sleep(), file, text);

    public static IEnumerable<string> Leftovers(string file, string text) => Find(Leftover(), file, text);

    /// <summary>Text between tags and in the attributes a reader sees. A text in its own language carries <c>lang</c>; an address is none.</summary>
    public static IEnumerable<string> LiteralText(string file, string text)
    {
        var markup = CodeBlock().Replace(Comment().Replace(text, ""), "");
        return Find(TextNode(), file, markup).Concat(Find(TextAttribute(), file, markup));
    }

    public static IEnumerable<string> OtherSlices(string file, string text)
    {
        var own = file.Split("/Features/")[1].Split('/')[0];
        return SliceName().Matches(text).Where(match => match.Groups[1].Value != own).Select(match => $"{file}: {match.Value}");
    }

    private static IEnumerable<string> Find(Regex pattern, string file, string text) =>
        pattern.Matches(text).Select(match => $"{file}: {match.Value.Trim()}");

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b")]
    private static partial Regex ClockRead();

    [GeneratedRegex(@"\b(Task\.Delay|Thread\.Sleep|WaitForTimeoutAsync)\(")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\b(T[O]DO|F[I]XME|H[A]CK)\b|NotImplemented[E]xception|\bSkip\s*=\s*""")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<(script|style)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@code\s*\{.*", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"<(?!code\b|kbd\b)[A-Za-z][\w.:-]*(?=[\s>])(?!(?:""[^""]*""|[^<>""])*\slang=)(?:""[^""]*""|'[^']*'|[^<>""'])*(?<!/)>(?!\s*[\w-]+(\.[\w-]+)+\s*<)\s*[^<>@{}()=;|&""]*\p{L}{3,}[^<>@{}()=;|&""]*(?=<)")]
    private static partial Regex TextNode();

    [GeneratedRegex(@"\s(Label|Title|Placeholder|HelperText|Text|HeaderText|Caption|title|alt|placeholder|aria-label)=(""\p{Lu}\p{L}{2,}[^""@]*""|'\p{Lu}\p{L}+[^'@]*')")]
    private static partial Regex TextAttribute();

    [GeneratedRegex(@"\bFeatures\.(\w+)")]
    private static partial Regex SliceName();
}
