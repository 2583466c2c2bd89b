using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>How a form says that it was refused.</summary>
internal static partial class RefusalRules
{
    /// <summary>
    /// Refusals at the head of a form or dialog that do not lead there: the button may be far below, and on a telephone nothing seems to
    /// have happened.
    /// </summary>
    public static IEnumerable<string> OutOfSight(string file, string text) =>
        Refusal().Matches(text).Where(match => !Leads().IsMatch(match.Value)).Select(match => $"{file}: {match.Value}");

    [GeneratedRegex(@"<Notice\b[^>]*\bUrgent=""true""[^>]*>\s*<p>@Terms\.Error\((_\w+|refused)\)")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\sAct=""")]
    private static partial Regex Leads();
}
