using System.Globalization;
using System.Text;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Uploads;

internal static class FileNames
{
    private const int LongestStem = 120;

    /// <summary>Without folders of any system, control characters and signs that mean something to a shell or a header.</summary>
    /// <param name="name">As the browser gave it.</param>
    /// <param name="otherwise">The stem where nothing is left.</param>
    public static string Clean(string? name, string otherwise)
    {
        var last = (FreeText.Line(name) ?? "").Split('/', '\\')[^1];
        var kept = string.Concat(last.EnumerateRunes().Where(IsKept)).TrimStart(' ').TrimEnd(' ', '.');
        var ending = Path.GetExtension(kept);
        var stem = Path.GetFileNameWithoutExtension(kept);
        return $"{(stem.Length > 0 ? FreeText.Beginning(stem, LongestStem) : otherwise)}{ending.ToLowerInvariant()}";
    }

    private static bool IsKept(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '-' or '_' or ' '
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
