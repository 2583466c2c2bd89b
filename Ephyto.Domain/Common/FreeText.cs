using System.Text;

namespace Ephyto.Domain.Common;

/// <summary>Words somebody typed: trimmed, without control characters, no longer than allowed.</summary>
public static class FreeText
{
    /// <summary>Longest reason, question or answer, in characters.</summary>
    public const int MaximumWords = 2000;

    /// <summary>Line breaks stay; every other control character goes, and so does half a character. Null when nothing is left.</summary>
    public static string? Clean(string? text, int maximum = MaximumWords)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var whole = text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => rune != Rune.ReplacementChar && (rune.Value == '\n' || !Rune.IsControl(rune)));
        var kept = string.Concat(whole).Trim();
        if (kept.Length <= maximum) return kept.Length == 0 ? null : kept;
        return kept[..(char.IsHighSurrogate(kept[maximum - 1]) ? maximum - 1 : maximum)];
    }
}
