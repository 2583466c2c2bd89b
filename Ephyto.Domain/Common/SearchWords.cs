using System.Text;

namespace Ephyto.Domain.Common;

/// <summary>The words of texts, as they are kept to be found by, and as somebody types their beginnings.</summary>
public static class SearchWords
{
    /// <summary>Longest word that is told from a longer one, in characters.</summary>
    public const int MaximumLength = 40;

    private const int MaximumPerText = 120;
    private const int MaximumTyped = 8;

    /// <summary>What is kept of a text. Where a script puts no space between words, one may begin at any character.</summary>
    public static IReadOnlySet<string> Kept(IEnumerable<string> texts) =>
        texts.SelectMany(text => Split(text).SelectMany(Beginnings).Select(Cut).Take(MaximumPerText)).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is looked for: each as the beginning of a word. Empty where the text holds no letter and no digit.</summary>
    public static IReadOnlyList<string> Typed(string text) =>
        [.. Split(text).Select(Cut).Distinct(StringComparer.Ordinal).Take(MaximumTyped)];

    /// <summary>Whether each word that is looked for begins a word of the texts: for lists so short that they are read whole.</summary>
    /// <param name="typed">What a person typed; null or blank finds everything.</param>
    /// <param name="texts">Of one thing.</param>
    public static bool AreIn(string? typed, params IEnumerable<string?> texts)
    {
        if (FreeText.Line(typed, 100) is not { } text) return true;
        var (wanted, kept) = (Typed(text), Kept(texts.OfType<string>()));
        return wanted.Count > 0 && wanted.All(begin => kept.Any(word => word.StartsWith(begin, StringComparison.Ordinal)));
    }

    private static string[] Split(string text) =>
        FreeText.Clean(text) is { } clean ? FoldedText.Of(clean).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private static IEnumerable<string> Beginnings(string word)
    {
        yield return word;
        var start = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (start > 0 && IsUnspaced(rune)) yield return word[start..];
            start += rune.Utf16SequenceLength;
        }
    }

    // Thai, Lao, Burmese and Khmer; kana and Chinese characters, the rarer ones too.
    private static bool IsUnspaced(Rune rune) =>
        rune.Value is (>= 0xE00 and <= 0xEFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x9FFF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0x1AFF0 and <= 0x1B16F) or (>= 0x20000 and <= 0x3FFFF);

    // The store counts halves in one database and runes in the other: the shorter of the two fits both.
    private static string Cut(string word) =>
        word.Length <= MaximumLength ? word : word[..(char.IsHighSurrogate(word[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength)];
}
