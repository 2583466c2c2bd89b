using Ephyto.AdminConsole.Platform.Pdf;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>What a PDF says of its document besides the text.</summary>
/// <param name="Title">For the file's properties.</param>
/// <param name="Footer">Names title, version and date at the foot of each page.</param>
/// <param name="Language">Of the document, such as <c>fr</c>; null where it is not known.</param>
/// <param name="Contents">What its contents are called; null for none.</param>
/// <param name="AddressOf">The whole address of a page of the console, which the text names by its path; null where there is none.</param>
internal sealed record PdfWords(string Title, string Footer, string? Language = null, string? Contents = null,
    Func<string, string>? AddressOf = null);

/// <summary>
/// Puts a document into a PDF: A4, its own fonts inside, page numbers at the foot. A longer one has its contents in front, and all
/// its chapters stand in the outline.
/// </summary>
internal sealed class PdfOfMarkdown : IDisposable
{
    /// <summary>Chapters from which on somebody looks for one.</summary>
    private const int FewestForContents = 6;

    private readonly PdfPages _pages;
    private readonly PdfText _text;
    private readonly PdfTogether _together;

    private PdfOfMarkdown(PdfWords words, CancellationToken ct)
    {
        _pages = new(words.Title, words.Language, ct);
        _text = new(_pages, words.AddressOf);
        _together = new(_pages, _text);
    }

    /// <param name="text">The document.</param>
    /// <param name="words">What is said of it.</param>
    /// <param name="ct">Of who reads it.</param>
    public static byte[] Write(MarkdownText text, PdfWords words, CancellationToken ct = default)
    {
        using var pdf = new PdfOfMarkdown(words, ct);
        List<DocumentHeading> listed = [.. text.Headings.Where(heading => heading.Level <= 3)];
        PdfContents? contents = null;
        if (text.Document is [HeadingBlock { Level: 1 } title, ..] && words.Contents is { } name && listed.Count >= FewestForContents)
        {
            pdf.WriteHeading(title, PdfPages.Left, PdfPages.Width);
            contents = PdfContents.Reserve(pdf._pages, name, listed);
        }

        pdf.WriteFrom(contents is null ? 0 : 1, text.Document, PdfPages.Left, PdfPages.Width);
        contents?.Complete();
        return pdf._pages.Build(words.Footer);
    }

    public void Dispose() => _pages.Dispose();

    private void WriteFrom(int first, ContainerBlock blocks, double x, double width)
    {
        for (var at = first; at < blocks.Count; at++)
        {
            if (blocks[at] is HeadingBlock heading) _pages.Skip(PdfText.AboveHeading(heading));
            _together.Keep(blocks, at, width);
            Write(blocks[at], x, width);
        }
    }

    private void Write(Block block, double x, double width)
    {
        switch (block)
        {
            case HeadingBlock heading:
                WriteHeading(heading, x, width);
                break;
            case ListBlock list:
                WriteList(list, x, width);
                break;
            case Table table:
                PdfTable.Write(_pages, _text.RowsOf(table), x, width);
                break;
            case FencedCodeBlock code when PdfText.DiagramOf(code) is { } diagram:
                PdfSequence.Write(_pages, diagram, x, width);
                break;
            case CodeBlock code:
                WriteCode(code, x, width);
                break;
            case QuoteBlock quote:
                WriteFrom(0, quote, x + PdfTogether.IndentOfQuote, width - PdfTogether.IndentOfQuote);
                break;
            case LeafBlock { Inline: not null } paragraph:
                _pages.Flow(_text.RunsOf(paragraph), x, width, PdfText.Leading);
                _pages.Skip(PdfText.BelowParagraph);
                break;
            case ContainerBlock container:
                WriteFrom(0, container, x, width);
                break;
        }
    }

    private void WriteHeading(HeadingBlock heading, double x, double width)
    {
        _pages.Mark(heading.GetAttributes().Id ?? "", MarkdownText.TextOf(heading.Inline), heading.Level);
        _pages.Flow(_text.RunsOf(heading), x, width, PdfText.LeadingOfHeading);
        _pages.Skip(PdfText.BelowHeading(heading));
    }

    private void WriteList(ListBlock list, double x, double width)
    {
        var number = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            _together.Keep(item, 0, width - PdfTogether.IndentOfList);
            _pages.Keep(PdfTogether.LineOfList);
            _pages.Write(new(list.IsOrdered ? $"{number++}." : "•", _pages.Regular, PdfText.Size), x + 4,
                _pages.Y - (PdfText.Size * PdfText.Leading));
            WriteFrom(0, item, x + PdfTogether.IndentOfList, width - PdfTogether.IndentOfList);
        }

        _pages.Skip(PdfTogether.BelowList);
    }

    private void WriteCode(CodeBlock code, double x, double width)
    {
        _pages.Skip(PdfTogether.AboveCode);
        foreach (var line in _text.LinesOf(code, width))
        {
            _pages.Keep(PdfText.CodeLine);
            _pages.Shade(x, _pages.Y - PdfText.CodeLine - 2, width, PdfText.CodeLine + 0.4);
            _pages.Skip(PdfText.CodeLine);
            _pages.Write(line[0], x + 8, _pages.Y + 0.6);
        }

        _pages.Skip(10);
    }
}
