using System.Globalization;
using System.Text;

namespace Ephyto.Domain.Common;

/// <summary>What stays the same however a person types it: without accents, case and signs.</summary>
public static class FoldedText
{
    /// <summary>
    /// Letters and digits only, one space between the words: "Cote d Ivoire", "CÔTE D’IVOIRE" and "côte d'ivoire" are one text.
    /// </summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in TypedRunes.Clean(text).Trim().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) continue;
            if (Rune.IsLetterOrDigit(rune) || category == UnicodeCategory.SpacingCombiningMark) folded.Append(Rune.ToLowerInvariant(rune));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
