using Ephyto.AdminConsole.Platform.Pdf;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>Puts a document into a PDF: A4, its own fonts inside, page numbers at the foot.</summary>
internal sealed class PdfOfMarkdown : IDisposable
{
    private const double Size = 9.5;
    private const double CodeSize = 7.2;
    private readonly PdfPages _sheet;

    private PdfOfMarkdown(string title, CancellationToken ct) => _sheet = new(title, ct);

    /// <param name="text">The document.</param>
    /// <param name="title">For the file's properties.</param>
    /// <param name="footer">Names title, version and date at the foot of each page.</param>
    /// <param name="ct">Of who reads it.</param>
    public static byte[] Write(MarkdownText text, string title, string footer, CancellationToken ct = default)
    {
        using var pdf = new PdfOfMarkdown(title, ct);
        foreach (var block in text.Document) pdf.Write(block, PdfPages.Left, PdfPages.Width);
        return pdf._sheet.Build(footer);
    }

    public void Dispose() => _sheet.Dispose();

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
                PdfTable.Write(_sheet,
                    [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(CellOf).ToList())], x, width);
                break;
            case FencedCodeBlock { Info: SequenceDiagram.Info } code when SequenceDiagram.Parse(code.Lines.ToString()) is { } diagram:
                PdfSequence.Write(_sheet, diagram, x, width);
                break;
            case CodeBlock code:
                WriteCode(code, x, width);
                break;
            case QuoteBlock quote:
                foreach (var inner in quote) Write(inner, x + 16, width - 16);
                break;
            case LeafBlock { Inline: { } inline }:
                _sheet.Flow(RunsOf(inline, _sheet.Regular, Size), x, width);
                _sheet.Skip(6);
                break;
            case ContainerBlock container:
                foreach (var inner in container) Write(inner, x, width);
                break;
        }
    }

    private void WriteHeading(HeadingBlock heading, double x, double width)
    {
        var size = heading.Level switch { 1 => 20, 2 => 14, _ => 11 };
        _sheet.Skip(heading.Level == 1 ? 0 : size);
        // A heading does not stand alone at the foot of a page.
        _sheet.Keep(size * 4);
        _sheet.Flow([new(MarkdownText.TextOf(heading.Inline), _sheet.Bold, size)], x, width, 1.3);
        _sheet.Skip(heading.Level == 1 ? 12 : 6);
    }

    private void WriteList(ListBlock list, double x, double width)
    {
        var number = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            _sheet.Keep(Size * 1.5);
            _sheet.Write(new(list.IsOrdered ? $"{number++}." : "•", _sheet.Regular, Size), x + 4, _sheet.Y - (Size * 1.45));
            foreach (var inner in item) Write(inner, x + 22, width - 22);
        }

        _sheet.Skip(2);
    }

    private void WriteCode(CodeBlock code, double x, double width)
    {
        const double height = CodeSize * 1.4;
        _sheet.Skip(3);
        foreach (var text in code.Lines.ToString().TrimEnd().Split('\n'))
        {
            // A line too long for the page goes on in the next one, further in.
            foreach (var line in PdfLines.Wrap([new(text.Replace("\t", "  ", StringComparison.Ordinal), _sheet.Mono, CodeSize)],
                width - 16))
            {
                _sheet.Keep(height);
                _sheet.Shade(x, _sheet.Y - height - 2, width, height + 0.4);
                _sheet.Skip(height);
                _sheet.Write(line[0], x + 8, _sheet.Y + 0.6);
            }
        }

        _sheet.Skip(10);
    }

    private List<PdfRun> CellOf(TableCell cell) =>
        [.. cell.OfType<LeafBlock>().Where(block => block.Inline is not null)
            .SelectMany(block => RunsOf(block.Inline!, ((TableRow)cell.Parent!).IsHeader ? _sheet.Bold : _sheet.Regular, PdfTable.Size))];

    private List<PdfRun> RunsOf(ContainerInline inline, PdfFont font, double size)
    {
        List<PdfRun> runs = [];
        foreach (var part in inline)
        {
            if (part is LiteralInline literal) runs.Add(new(literal.Content.ToString(), font, size));
            else if (part is CodeInline code) runs.Add(new(code.Content, _sheet.Mono, size * 0.92));
            else if (part is LineBreakInline) runs.Add(new(" ", font, size));
            else if (part is AutolinkInline link) runs.Add(new(link.Url, font, size));
            else if (part is ContainerInline inner)
                runs.AddRange(RunsOf(inner, inner is EmphasisInline { DelimiterCount: 2 } ? _sheet.Bold : font, size));
        }

        return runs;
    }
}
