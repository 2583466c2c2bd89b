using System.Text.RegularExpressions;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>
/// What a client sent, where it is repeated: the page of the call and its file have the request as it came. A client may send a letter a
/// thousand times, or a sign that turns the line round.
/// </summary>
internal static partial class SentValue
{
    /// <summary>Longest code, number or name of an operation, in characters.</summary>
    public const int Longest = 80;

    /// <summary>Longest sentence about it in a list.</summary>
    public const int LongestSentence = 300;

    private const int LongestDetail = 500;

    /// <summary>For a list.</summary>
    public static string Short(string? sent, int longest = Longest) => FreeText.Shortened(FreeText.Line(sent) ?? "", longest);

    /// <summary>For a remark or a fault: cut, and otherwise as it came, because what cannot be seen may be what is wrong with it.</summary>
    public static string Bounded(string sent) => FreeText.Shortened(sent, Longest);

    /// <summary>The same for a sentence that repeats values somewhere.</summary>
    public static string InSentence(string said) => FreeText.Shortened(LongWords().Replace(
        FreeText.Shortened(said, LongestDetail), word => Bounded(word.Value)), LongestDetail);

    [GeneratedRegex(@"\S{81,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LongWords();
}
