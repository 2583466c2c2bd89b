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
    public static IReadOnlyList<string> Typed(string text) => [.. Split(text).Select(Cut).Distinct(StringComparer.Ordinal).Take(MaximumTyped)];

    private static string[] Split(string text) =>
        FreeText.Clean(text) is { } clean ? FoldedText.Of(clean).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private static IEnumerable<string> Beginnings(string word)
    {
        yield return word;
        for (var start = 1; start < word.Length; start++)
        {
            if (IsUnspaced(word[start]) && !char.IsLowSurrogate(word[start])) yield return word[start..];
        }
    }

    // Thai, Lao, Burmese and Khmer; kana and Chinese characters; the rarer Chinese ones, which are pairs.
    private static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u9FFF') || char.IsHighSurrogate(c);

    private static string Cut(string word) =>
        word.Length <= MaximumLength ? word : word[..(char.IsHighSurrogate(word[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength)];
}
