using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>
/// What a client sent, as a list shows it: the page of the call and the file have it whole. A client may send a letter a thousand
/// times, or a sign that turns the line round.
/// </summary>
internal static class SentValue
{
    /// <summary>Longest code, number or name of an operation, in characters.</summary>
    public const int Longest = 80;

    /// <summary>Longest sentence about it.</summary>
    public const int LongestSentence = 300;

    public static string Short(string? sent, int longest = Longest) => FreeText.Shortened(FreeText.Line(sent) ?? "", longest);
}
