using System.Text;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Words that must stay on their line: a header that ends where it should, an error that is one line of a log.</summary>
internal static class OneLine
{
    private const int Longest = 300;

    public static string Of(string text)
    {
        var line = string.Join(' ',
            string.Concat(text.EnumerateRunes()
                .Select(rune => Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 ? " " : rune.ToString()))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

        // A cut may leave open what keeps a name apart.
        return FreeText.LengthOf(line) <= Longest ? line : Isolated.Closed(FreeText.Beginning(line, Longest));
    }
}
