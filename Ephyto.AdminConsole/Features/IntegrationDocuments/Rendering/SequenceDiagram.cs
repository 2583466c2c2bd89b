using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <param name="From">Index of the participant who calls or answers.</param>
/// <param name="To">Index of the participant who is called or answered.</param>
/// <param name="Text">What is said.</param>
/// <param name="IsAnswer">Drawn dashed.</param>
internal sealed record SequenceMessage(int From, int To, string Text, bool IsAnswer);

/// <summary>
/// A diagram of who calls whom, written in a fenced block <c>sequence</c>, a message per line: <c>NPPO -> Hub: text</c> is a
/// call, <c>Hub --> NPPO: text</c> its answer.
/// </summary>
internal sealed partial record SequenceDiagram(IReadOnlyList<string> Participants, IReadOnlyList<SequenceMessage> Messages)
{
    public const string Info = "sequence";

    /// <returns>Null where a line does not follow the grammar.</returns>
    public static SequenceDiagram? Parse(string text)
    {
        List<string> participants = [];
        List<SequenceMessage> messages = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Line().Match(line) is not { Success: true } match) return null;
            messages.Add(
                new(IndexOf(match.Groups["from"].Value), IndexOf(match.Groups["to"].Value), match.Groups["text"].Value,
                    match.Groups["dash"].Length > 0));
        }

        return messages.Count == 0 ? null : new(participants, messages);

        int IndexOf(string name)
        {
            if (!participants.Contains(name)) participants.Add(name);
            return participants.IndexOf(name);
        }
    }

    [GeneratedRegex("^(?<from>[^:]+?)\\s*-(?<dash>-?)>\\s*(?<to>[^:]+?)\\s*:\\s*(?<text>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
