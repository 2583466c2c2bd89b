using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>A heading and what stands below it, as plain text to search in.</summary>
internal sealed record DocumentChapter(string Title, string Anchor, string Text)
{
    private const int Around = 90;
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public static IEnumerable<DocumentChapter> Of(MarkdownText text, CancellationToken ct = default)
    {
        DocumentChapter chapter = new("", "", "");
        foreach (var block in text.Document)
        {
            ct.ThrowIfCancellationRequested();
            if (block is HeadingBlock heading)
            {
                if (chapter.Text.Length > 0) yield return chapter;
                chapter = new(MarkdownText.TextOf(heading.Inline), heading.Level == 1 ? "" : heading.GetAttributes().Id ?? "",
                    MarkdownText.TextOf(heading.Inline));
            }
            else
            {
                chapter = chapter with { Text = $"{chapter.Text} {PlainOf(block)}" };
            }
        }

        if (chapter.Text.Length > 0) yield return chapter;
    }

    /// <summary>Without regard to case and accents: who types "accuse" finds "accusé".</summary>
    public bool Contains(string word) => IndexOf(word) >= 0;

    public string ExcerptAround(string word)
    {
        var at = Math.Max(0, IndexOf(word));
        var (from, to) = (Math.Max(0, at - Around), Math.Min(Text.Length, at + word.Length + Around));
        return $"{(from > 0 ? "…" : "")}{Text[from..to].Trim()}{(to < Text.Length ? "…" : "")}";
    }

    private int IndexOf(string word) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(Text, word, Loosely);

    private static string PlainOf(Block block) => block switch
    {
        CodeBlock code => string.Join(' ', code.Lines.ToString().Split('\n', StringSplitOptions.TrimEntries)),
        LeafBlock leaf => MarkdownText.TextOf(leaf.Inline),
        ContainerBlock container => string.Join(' ', container.Select(PlainOf)),
        _ => "",
    };
}
