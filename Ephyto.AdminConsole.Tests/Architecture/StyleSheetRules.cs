using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>A page is read from the left or from the right, so no style sheet may know which side is which.</summary>
internal static partial class StyleSheetRules
{
    public static IEnumerable<string> Sides(string file, string text)
    {
        var rules = Comment().Replace(text, "");
        return Side().Matches(rules).Select(match => match.Value)
            .Concat(FourSides().Matches(rules).Where(match => match.Groups["right"].Value != match.Groups["left"].Value)
                .Select(match => match.Value))
            .Select(found => $"{file}: {found.Trim(' ', ';', '{', '\r', '\n')}");
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // The name of a property, or one of its values.
    [GeneratedRegex(@"(?<=[{;\s])((scroll-)?(margin|padding)-|border-((top|bottom)-)?)?(left|right)(-(color|style|width|radius))?\s*:[^;"
        + @"}]*|(text-align|float|clear)\s*:\s*(left|right)\b")]
    private static partial Regex Side();

    [GeneratedRegex(@"(?<=[{;\s])((scroll-)?margin|(scroll-)?padding|inset|border-(width|color|style))\s*:\s*(?<top>[^\s;"
        + @"}(]+(\([^)]*\))?)\s+(?<right>[^\s;}(]+(\([^)]*\))?)\s+(?<bottom>[^\s;}(]+(\([^)]*\))?)\s+(?<left>[^\s;}(]+(\([^)]*\))?)")]
    private static partial Regex FourSides();
}
