namespace Ephyto.Domain.Common;

/// <summary>Words somebody typed: trimmed, without control characters, no longer than allowed.</summary>
public static class FreeText
{
    /// <summary>Longest reason, question or answer, in characters.</summary>
    public const int MaximumWords = 2000;

    /// <summary>Line breaks stay; every other control character goes. Null when nothing is left.</summary>
    public static string? Clean(string? text, int maximum = MaximumWords)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var kept = new string([.. text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))]).Trim();
        return kept.Length == 0 ? null : kept.Length <= maximum ? kept : kept[..maximum];
    }
}
