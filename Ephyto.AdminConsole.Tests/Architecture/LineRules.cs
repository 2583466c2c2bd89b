using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>How long a line may be. A text between three quotes is not code: there a line is a line of the text.</summary>
internal static partial class LineRules
{
    public static IEnumerable<string> TooWide(string file, string text, int most)
    {
        var (number, isText) = (0, false);
        foreach (var line in text.Split('\n'))
        {
            number++;
            var began = isText;
            if (Fences().Count(line) % 2 == 1) isText = !isText;
            if (line.Length <= most || began || isText || Fences().Count(line) > 1) continue;
            yield return $"{file}: line {number} has {line.Length} characters";
        }
    }

    [GeneratedRegex("\"\"\"")]
    private static partial Regex Fences();
}
