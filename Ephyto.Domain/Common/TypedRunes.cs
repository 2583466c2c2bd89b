using System.Globalization;
using System.Text;

namespace Ephyto.Domain.Common;

/// <summary>
/// Which characters of a typed text stay. What nobody sees goes: it would make two names look the same, turn the words around
/// it, or pass for nothing. What a script needs inside its words stays. All in runes: a letter beyond the first plane is one.
/// </summary>
internal static class TypedRunes
{
    /// <summary>More marks on one letter than any script writes would cover the lines above and below.</summary>
    public const int MostMarks = 8;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int MongolianVowelSeparator = 0x180E;

    /// <summary>
    /// In NFC, without what cannot be seen; a line break is <c>\n</c> and any other blank a space. Lone halves of characters go.
    /// Cleaned once more it stays the same.
    /// </summary>
    public static string Clean(string text)
    {
        // Taking out one character may join what stood beside it, or part what leaned on it; three passes are enough, the fourth proves it.
        var clean = Pass(text);
        for (var pass = 0; pass < 3; pass++)
        {
            var again = Pass(clean);
            if (again == clean) break;
            clean = again;
        }

        return clean;
    }

    private static string Pass(string text)
    {
        if (text.All(c => c is '\n' or >= ' ' and <= '~')) return text;
        var seen = Visible(text).Normalize(NormalizationForm.FormC);
        return InPlace([.. seen.EnumerateRunes()]).Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// First what goes wherever it stands, so that the normal form has nothing to stumble over: no half character and no endless marks.
    /// </summary>
    private static string Visible(string text)
    {
        var kept = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsMark(rune) ? ++marks > MostMarks || IsInvisibleMark(rune) : IsNeverSeen(rune)) continue;
            if (!IsMark(rune)) marks = 0;
            if (rune.Value == '\n' || !IsBlank(rune)) kept.Append(rune);
            else kept.Append(rune.Value is 0xA0 or 0x202F ? rune.ToString() : " ");
        }

        return kept.ToString();
    }

    /// <summary>Then what has its place: joiners inside words, variants behind their character, marks on something.</summary>
    private static string InPlace(Rune[] runes)
    {
        var kept = new StringBuilder(runes.Length);
        Rune? before = null;
        for (var index = 0; index < runes.Length; index++)
        {
            var rune = runes[index];
            var stays = rune.Value switch
            {
                ZeroWidthJoiner or ZeroWidthNonJoiner => before is { } left && Joins(left)
                    && (index + 1 < runes.Length && Joins(runes[index + 1]) || IsChillu(left, rune)),
                MongolianVowelSeparator => before is { } head && IsMongolian(head) && index + 1 < runes.Length
                    && IsMongolian(runes[index + 1]),
                _ when IsVariant(rune) => before is { } chosen && (IsMongolianVariant(rune) ? IsMongolian(chosen) : IsHan(chosen)),
                _ when IsMark(rune) => before is { } bearer && !Rune.IsWhiteSpace(bearer),
                _ => true,
            };
            if (!stays) continue;
            kept.Append(rune);
            before = rune;
        }

        return kept.ToString();
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    public static bool IsNeverSeen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value is not ('\n' or '\t'),
        UnicodeCategory.Format => rune.Value is not (ZeroWidthJoiner or ZeroWidthNonJoiner or MongolianVowelSeparator)
            && !IsVisibleFormat(rune),
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => true,
        _ => IsBlankLetter(rune),
    };

    // Signs of Arabic, Syriac and Kaithi that stand around numbers: format characters by name, but drawn.
    private static bool IsVisibleFormat(Rune rune) =>
        rune.Value is >= 0x600 and <= 0x605 or 0x6DD or 0x70F or 0x890 or 0x891 or 0x8E2 or 0x110BD or 0x110CD;

    // Fillers of Hangul, the empty pattern of Braille, a musical nothing, and what stands for an object or a lost letter.
    private static bool IsBlankLetter(Rune rune) =>
        rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x1D159 or 0xFFFC or 0xFFFD;

    // A joiner of graphemes, and vowels of Khmer and a filler of Khitan that are never drawn.
    private static bool IsInvisibleMark(Rune rune) => rune.Value is 0x34F or 0x17B4 or 0x17B5 or 0x16FE4;

    private static bool IsVariant(Rune rune) =>
        rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF || IsMongolianVariant(rune);

    private static bool IsMongolianVariant(Rune rune) => rune.Value is >= 0x180B and <= 0x180D or 0x180F;

    private static bool IsMongolian(Rune rune) => rune.Value is >= 0x1820 and <= 0x18AA;

    private static bool IsHan(Rune rune) =>
        rune.Value is >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;

    // Scripts whose letters change with what they join: from Arabic to Mandaic, India to Java, Mongolian, Adlam.
    private static bool Joins(Rune rune) =>
        rune.Value is >= 0x620 and <= 0x8FF or >= 0x900 and <= 0xDFF or >= 0xF00 and <= 0x109F or >= 0x1700 and <= 0x18AF
            or >= 0x1900 and <= 0x1C4F
            or >= 0xA800 and <= 0xABFF or >= 0xFB50 and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10A00 and <= 0x11FFF
            or >= 0x1E900 and <= 0x1E95F
        && (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    // Malayalam writes a consonant without vowel as the sign of its absence and a joiner, at the end of a word too.
    private static bool IsChillu(Rune left, Rune joiner) => left.Value == 0xD4D && joiner.Value == ZeroWidthJoiner;
}
