using System.Text;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>
/// Lets what one person typed stand by itself among the words of others, where no element of HTML can do it: in plain text,
/// subjects, titles, choices. Between U+2068 and U+2069 its direction is its own, and that of the words around it stays theirs.
/// Where text and surroundings both run from left to right there is nothing to keep apart, and it stays as it is.
/// </summary>
internal static class Isolated
{
    private const char Open = '\u2068';
    private const char Close = '\u2069';

    public static string Of(string text) => text.Length > 0 && (Languages.Current.IsRightToLeft || text.EnumerateRunes().Any(Turns))
        ? string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : $"{Open}{Balanced(line)}{Close}"))
        : text;

    /// <summary>One line in which whatever is opened is closed.</summary>
    public static string Closed(string line) => Balanced(line);

    // Letters from right to left, and the marks that say so of what follows.
    private static bool Turns(Rune rune) =>
        rune.Value is >= 0x590 and <= 0x8FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10800 and <= 0x10FFF
            or >= 0x1E800 and <= 0x1EFFF
            or 0x200F or 0x061C or >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;

    /// <summary>A sentence put into a sentence keeps its parts apart; but nothing in it may end what is opened around it.</summary>
    private static string Balanced(string line)
    {
        var kept = new StringBuilder(line.Length);
        var depth = 0;
        foreach (var c in line)
        {
            if (c is >= '\u2066' and <= '\u2068') depth++;
            else if (c == Close && --depth < 0)
            {
                depth = 0;
                continue;
            }

            kept.Append(c);
        }

        return kept.Append(Close, Math.Max(depth, 0)).ToString();
    }
}
