using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ephyto.Domain.Common;

/// <summary>
/// The one place that every text goes through which a person typed, pasted or sent in a file: words, names, titles, names of
/// files, what is searched for. <see cref="TypedRunes"/> says which characters stay, <see cref="TypedName"/> what a name may be,
/// <see cref="EmailAddress"/> what an address is.
/// </summary>
public static partial class FreeText
{
    /// <summary>Longest reason, question or answer, in characters.</summary>
    public const int MaximumWords = 2000;

    // What is longer is nobody's text; the rest is not even looked at.
    private const int LongestLookedAt = 100_000;

    /// <summary>Words of several lines. Null when nothing is left that can be seen.</summary>
    public static string? Clean(string? text, int maximum = MaximumWords) => Cut(Cleaned(text).Trim(), maximum);

    /// <summary>Whether <see cref="Clean"/> would cut something off.</summary>
    public static bool IsTooLong(string? text, int maximum = MaximumWords) => LengthOf(Cleaned(text).Trim()) > maximum;

    /// <summary>A text of one line: every blank, and every run of them, is one space. Null when nothing is left that can be seen.</summary>
    public static string? Line(string? text, int maximum = MaximumWords) => Cut(Blanks().Replace(Cleaned(text), " ").Trim(), maximum);

    /// <summary>Several lines, such as a postal address, each of them as <see cref="Line"/> gives it.</summary>
    public static string? Lines(string? text, int maximum = MaximumWords) =>
        Cut(string.Join('\n', Cleaned(text).Split('\n').Select(line => Blanks().Replace(line, " ").Trim())).Trim(), maximum);

    /// <summary>Whether something in the text cannot be seen, other than blanks.</summary>
    public static bool HidesSomething(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return lines.EnumerateRunes().Any(TypedRunes.IsNeverSeen)
            || Unspaced(lines.Normalize(NormalizationForm.FormC)) != Unspaced(TypedRunes.Clean(lines));

        static string Unspaced(string text) => string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)));
    }

    /// <summary>In characters as people count them nearly: a rune each, not the halves that it is stored in.</summary>
    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    /// <summary>The beginning of a text that is shown where there is little room, whole characters only.</summary>
    public static string Beginning(string text, int maximum)
    {
        if (text.Length <= maximum || LengthOf(text) <= maximum) return text;
        var (end, runes) = (0, 0);
        while (end < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text, end);
            runes += LengthOf(text.Substring(end, next));
            if (runes > maximum) break;
            end += next;
        }

        return end > 0 ? text[..end] : string.Concat(text.EnumerateRunes().Take(maximum));
    }

    /// <summary>The same, with a sign where something was left out.</summary>
    public static string Shortened(string text, int maximum) =>
        Beginning(text, maximum) is var begin && begin.Length < text.Length ? $"{begin}…" : text;

    private static string Cleaned(string? text) =>
        string.IsNullOrWhiteSpace(text) ? "" : TypedRunes.Clean(text.Length <= LongestLookedAt ? text : text[..LongestLookedAt]);

    // A cut may leave a joiner or a blank at the end, which would not have stood there.
    private static string? Cut(string clean, int maximum)
    {
        var kept = Beginning(clean, maximum);
        if (kept.Length < clean.Length) kept = TypedRunes.Clean(kept).Trim();
        return kept.Length == 0 ? null : kept;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
