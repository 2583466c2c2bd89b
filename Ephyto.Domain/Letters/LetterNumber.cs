using System.Globalization;
using System.Text.RegularExpressions;

namespace Ephyto.Domain.Letters;

/// <summary>The number of a letter: counted from 1 in each year, without a gap. Written <c>EPH-2026-0001</c>.</summary>
public readonly partial record struct LetterNumber(int Year, int Ordinal)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"EPH-{Year:D4}-{Ordinal:D4}");

    /// <summary>Null when the text, case and spaces aside, is no such number.</summary>
    public static LetterNumber? TryParse(string? text)
    {
        if (text is null || Written().Match(text) is not { Success: true } match) return null;
        return new(int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["ordinal"].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^\s*EPH\s*[-–]?\s*(?<year>[0-9]{4})\s*[-–]?\s*(?<ordinal>[0-9]{4,8})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
