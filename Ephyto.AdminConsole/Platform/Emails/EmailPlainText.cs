using System.Globalization;
using Ephyto.AdminConsole.Platform.Localization;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>An e-mail as plain text: what a reader without HTML, a screen reader or a search sees.</summary>
internal static class EmailPlainText
{
    public static string Render(EmailContent content, EmailFrame frame, HubOptions hub)
    {
        IEnumerable<string> mark = frame.TestMark is null ? [] : [$"*** {frame.TestMark} ***"];
        var blocks = content.Blocks.Select(block => Render(block, frame, hub));
        return string.Join("\n\n", [.. mark, .. blocks, $"-- \n{frame.ConsoleName}\n{frame.Footer}"]) + "\n";
    }

    private static string Render(EmailBlock block, EmailFrame frame, HubOptions hub) => block switch
    {
        Paragraph paragraph => paragraph.Text,
        Facts facts => string.Join('\n', facts.Items.Select(fact => Line(frame, fact.Label, fact.Value))),
        Quote quote =>
            string.Join('\n', quote.Text.ReplaceLineEndings("\n").Split('\n').Select(line => $"> {Isolated.Of(line)}".TrimEnd())),
        CodeBlock code => Line(frame, code.Label, code.Code),
        ActionLink link => $"{link.Label}\n{hub.AddressOf(link.Path)}",
        _ => throw new InvalidOperationException($"No text for the block {block.GetType().Name}."),
    };

    private static string Line(EmailFrame frame, string label, string value) =>
        string.Format(CultureInfo.CurrentCulture, frame.FactLine, label, Isolated.Of(value));
}
