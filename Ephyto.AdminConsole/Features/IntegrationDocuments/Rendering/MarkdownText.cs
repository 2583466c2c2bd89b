using System.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>A place in a document that can be linked to.</summary>
internal sealed record DocumentHeading(int Level, string Anchor, string Text);

/// <summary>A document as a page shows it.</summary>
/// <param name="Html">Safe: markup in the source stands as text, and links lead only to where the library allows.</param>
/// <param name="Headings">In their order, without the title.</param>
internal sealed record RenderedDocument(string Html, IReadOnlyList<DocumentHeading> Headings);

/// <summary>A document written in Markdown: parsed once, then shown as a page, as PDF or searched.</summary>
internal sealed class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    private MarkdownText(MarkdownDocument document) => Document = document;

    public MarkdownDocument Document { get; }

    public IReadOnlyList<DocumentHeading> Headings =>
        [.. Document.Descendants<HeadingBlock>().Where(block => block.Level > 1)
            .Select(block => new DocumentHeading(block.Level, block.GetAttributes().Id ?? "", TextOf(block.Inline)))];

    /// <param name="markdown">As it is kept.</param>
    /// <param name="ct">The library that parses cannot stop; what comes before and after it can.</param>
    public static MarkdownText Parse(string markdown, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var document = Markdown.Parse(markdown, Pipeline);
        ct.ThrowIfCancellationRequested();
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage || !IsAllowed(link.Url)) (link.IsImage, link.Url) = (false, "");
        }

        foreach (var link in document.Descendants<AutolinkInline>())
        {
            if (!link.IsEmail && !IsAllowed(link.Url)) link.Url = "";
        }

        return new(document);
    }

    public static MarkdownText Parse(byte[] utf8, CancellationToken ct = default) =>
        Parse(Encoding.UTF8.GetString(utf8).TrimStart('\uFEFF'), ct);

    /// <param name="page">The address at which it is shown: a link to a place in the document begins with it.</param>
    /// <param name="ct">Of the reader.</param>
    public RenderedDocument Render(string page, CancellationToken ct = default)
    {
        foreach (var link in Document.Descendants<LinkInline>())
        {
            if (link.Url?.StartsWith('#') == true) link.Url = page + link.Url;
            // The page's base element puts the path before it under which the console lives.
            else if (link.Url?.StartsWith('/') == true) link.Url = $".{link.Url}";
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new DiagramRenderer());
        foreach (var block in Document.Where(block => block is not HeadingBlock { Level: 1 }))
        {
            ct.ThrowIfCancellationRequested();
            renderer.Render(block);
        }

        // What is wider than a telephone scrolls by itself, also by keyboard. Such a tag is never text: that is encoded.
        var html = writer.ToString()
            .Replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal);
        return new(html, Headings);
    }

    public static string TextOf(ContainerInline? inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            if (part is LiteralInline literal) text.Append(literal.Content);
            else if (part is CodeInline code) text.Append(code.Content);
            else if (part is LineBreakInline) text.Append(' ');
        }

        return text.ToString();
    }

    /// <summary>Places in the document, pages of the console, e-mail addresses and encrypted pages elsewhere.</summary>
    private static bool IsAllowed(string? url) =>
        url is { Length: > 0 }
            && (url[0] == '#'
                || (url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal))
            || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

    private sealed class DiagramRenderer : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            if (obj is FencedCodeBlock { Info: SequenceDiagram.Info } && SequenceDiagram.Parse(obj.Lines.ToString()) is { } diagram)
                renderer.Write(SequenceSvg.Write(diagram));
            else
                base.Write(renderer, obj);
        }
    }
}
