using Ephyto.AdminConsole.Platform.Pdf;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

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
    private const double Size = 9.5;
    private const double CodeSize = 7.2;
    private const double CodeLine = CodeSize * 1.4;
    private const double RoomOfHeadings = 160;

    /// <summary>Chapters from which on somebody looks for one.</summary>
    private const int FewestForContents = 6;

    private readonly PdfPages _pages;
    private readonly PdfWords _words;

    private PdfOfMarkdown(PdfWords words, CancellationToken ct) => (_words, _pages) = (words, new(words.Title, words.Language, ct));

    /// <param name="text">The document.</param>
    /// <param name="words">What is said of it.</param>
    /// <param name="ct">Of who reads it.</param>
    public static byte[] Write(MarkdownText text, PdfWords words, CancellationToken ct = default)
    {
        using var pdf = new PdfOfMarkdown(words, ct);
        List<DocumentHeading> listed = [.. text.Headings.Where(heading => heading.Level <= 3)];
        PdfContents? contents = null;
        foreach (var (index, block) in text.Document.Index())
        {
            pdf.Write(block, PdfPages.Left, PdfPages.Width);
            if (index == 0 && block is HeadingBlock { Level: 1 } && words.Contents is { } name && listed.Count >= FewestForContents)
                contents = PdfContents.Reserve(pdf._pages, name, listed);
        }

        contents?.Complete();
        return pdf._pages.Build(words.Footer);
    }

    public void Dispose() => _pages.Dispose();

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
                PdfTable.Write(_pages, RowsOf(table), x, width);
                break;
            case FencedCodeBlock code when DiagramOf(code) is { } diagram:
                PdfSequence.Write(_pages, diagram, x, width);
                break;
            case CodeBlock code:
                WriteCode(code, x, width);
                break;
            case QuoteBlock quote:
                foreach (var inner in quote) Write(inner, x + 16, width - 16);
                break;
            case LeafBlock { Inline: { } inline }:
                _pages.Flow(RunsOf(inline, _pages.Regular, Size), x, width);
                _pages.Skip(6);
                break;
            case ContainerBlock container:
                foreach (var inner in container) Write(inner, x, width);
                break;
        }
    }

    private void WriteHeading(HeadingBlock heading, double x, double width)
    {
        var size = SizeOf(heading);
        _pages.Skip(heading.Level == 1 ? 0 : size);
        // A heading does not stand alone at the foot of a page.
        _pages.Keep(size * 4);
        _pages.KeepWhole(TogetherWith(heading, width));
        _pages.Mark(heading.GetAttributes().Id ?? "", MarkdownText.TextOf(heading.Inline), heading.Level);
        _pages.Flow([new(MarkdownText.TextOf(heading.Inline), _pages.Bold, size)], x, width, 1.3);
        _pages.Skip(heading.Level == 1 ? 12 : 6);
    }

    private static int SizeOf(HeadingBlock heading) => heading.Level switch { 1 => 20, 2 => 14, _ => 11 };

    /// <summary>The height of a heading, of those that follow it at once, and of what cannot be parted below them.</summary>
    private double TogetherWith(HeadingBlock heading, double width)
    {
        var height = 0.0;
        var blocks = heading.Parent!;
        for (var at = blocks.IndexOf(heading); at < blocks.Count && height <= PdfPages.Height; at++)
        {
            if (blocks[at] is not HeadingBlock next) return height + UnpartedOf(blocks[at], width);
            height += SizeOf(next) * 4;
        }

        return height;
    }

    private double UnpartedOf(Block block, double width) => block switch
    {
        Table table => PdfTable.BeginningOf(RowsOf(table), width),
        FencedCodeBlock code when DiagramOf(code) is { } diagram => PdfSequence.HeightOf(diagram),
        CodeBlock code => UnpartedOf(LinesOf(code, width).Count),
        _ => 0,
    };

    // What is longer than a page below its headings begins below them and goes on.
    private static double UnpartedOf(int lines) =>
        lines * CodeLine is var whole && whole <= PdfPages.Height - RoomOfHeadings ? whole : CodeLine;

    private void WriteList(ListBlock list, double x, double width)
    {
        var number = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            _pages.Keep(Size * 1.5);
            _pages.Write(new(list.IsOrdered ? $"{number++}." : "•", _pages.Regular, Size), x + 4, _pages.Y - (Size * 1.45));
            foreach (var inner in item) Write(inner, x + 22, width - 22);
        }

        _pages.Skip(2);
    }

    private void WriteCode(CodeBlock code, double x, double width)
    {
        _pages.Skip(3);
        var lines = LinesOf(code, width);
        _pages.Keep(UnpartedOf(lines.Count));
        foreach (var line in lines)
        {
            _pages.Keep(CodeLine);
            _pages.Shade(x, _pages.Y - CodeLine - 2, width, CodeLine + 0.4);
            _pages.Skip(CodeLine);
            _pages.Write(line[0], x + 8, _pages.Y + 0.6);
        }

        _pages.Skip(10);
    }

    // A line too long for the page goes on in the next one, further in.
    private List<IReadOnlyList<PdfRun>> LinesOf(CodeBlock code, double width) =>
        [.. code.Lines.ToString().TrimEnd().Split('\n').SelectMany(text =>
            PdfLines.Wrap([new(text.Replace("\t", "  ", StringComparison.Ordinal), _pages.Mono, CodeSize)], width - 16))];

    private static SequenceDiagram? DiagramOf(FencedCodeBlock code) =>
        code.Info == SequenceDiagram.Info ? SequenceDiagram.Parse(code.Lines.ToString()) : null;

    private List<List<List<PdfRun>>> RowsOf(Table table) =>
        [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(CellOf).ToList())];

    private List<PdfRun> CellOf(TableCell cell) =>
        [.. cell.OfType<LeafBlock>().Where(block => block.Inline is not null)
            .SelectMany(block => RunsOf(block.Inline!, ((TableRow)cell.Parent!).IsHeader ? _pages.Bold : _pages.Regular, PdfTable.Size))];

    private List<PdfRun> RunsOf(ContainerInline inline, PdfFont font, double size, string? link = null)
    {
        List<PdfRun> runs = [];
        foreach (var part in inline)
        {
            if (part is LiteralInline literal) runs.Add(new(literal.Content.ToString(), font, size, link));
            else if (part is CodeInline code) runs.Add(new(code.Content, _pages.Mono, size * 0.92, link));
            else if (part is LineBreakInline) runs.Add(new(" ", font, size, link));
            else if (part is AutolinkInline address)
                runs.Add(new(address.Url, font, size, TargetOf(address.IsEmail ? $"mailto:{address.Url}" : address.Url)));
            else if (part is ContainerInline inner)
                runs.AddRange(RunsOf(inner, inner is EmphasisInline { DelimiterCount: 2 } ? _pages.Bold : font, size,
                    inner is LinkInline found ? TargetOf(found.Url) : link));
        }

        return runs;
    }

    private string? TargetOf(string? url) => url is null or "" ? null : url[0] == '/' ? _words.AddressOf?.Invoke(url) : url;
}
