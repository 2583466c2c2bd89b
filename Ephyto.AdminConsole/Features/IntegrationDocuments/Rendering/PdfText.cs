using Ephyto.AdminConsole.Platform.Pdf;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>The blocks of a document as text in the fonts and sizes of its PDF.</summary>
/// <param name="pages">Holds the fonts.</param>
/// <param name="addressOf">See <see cref="PdfWords.AddressOf"/>.</param>
internal sealed class PdfText(PdfPages pages, Func<string, string>? addressOf)
{
    public const double Size = 9.5;
    public const double Leading = 1.45;
    public const double LeadingOfHeading = 1.3;
    public const double BelowParagraph = 6;
    public const double CodeLine = CodeSize * 1.4;
    private const double CodeSize = 7.2;

    public static double AboveHeading(HeadingBlock heading) => heading.Level == 1 ? 0 : SizeOf(heading);

    public static double BelowHeading(HeadingBlock heading) => heading.Level == 1 ? 12 : 6;

    public IReadOnlyList<PdfRun> RunsOf(HeadingBlock heading) => [new(MarkdownText.TextOf(heading.Inline), pages.Bold, SizeOf(heading))];

    public IReadOnlyList<PdfRun> RunsOf(LeafBlock block) => block.Inline is { } inline ? RunsOf(inline, pages.Regular, Size) : [];

    /// <summary>A line too long for the page goes on in the next one.</summary>
    public List<IReadOnlyList<PdfRun>> LinesOf(CodeBlock code, double width) =>
        [.. code.Lines.ToString().TrimEnd().Split('\n').SelectMany(text =>
            PdfLines.Wrap([new(text.Replace("\t", "  ", StringComparison.Ordinal), pages.Mono, CodeSize)], width - 16))];

    public List<List<List<PdfRun>>> RowsOf(Table table) =>
        [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(CellOf).ToList())];

    public static SequenceDiagram? DiagramOf(FencedCodeBlock code) =>
        code.Info == SequenceDiagram.Info ? SequenceDiagram.Parse(code.Lines.ToString()) : null;

    private static int SizeOf(HeadingBlock heading) => heading.Level switch { 1 => 20, 2 => 14, _ => 11 };

    private List<PdfRun> CellOf(TableCell cell) =>
        [.. cell.OfType<LeafBlock>().Where(block => block.Inline is not null)
            .SelectMany(block => RunsOf(block.Inline!, ((TableRow)cell.Parent!).IsHeader ? pages.Bold : pages.Regular, PdfTable.Size))];

    private List<PdfRun> RunsOf(ContainerInline inline, PdfFont font, double size, string? link = null)
    {
        List<PdfRun> runs = [];
        foreach (var part in inline)
        {
            if (part is LiteralInline literal) runs.Add(new(literal.Content.ToString(), font, size, link));
            else if (part is CodeInline code) runs.Add(new(code.Content, pages.Mono, size * 0.92, link));
            else if (part is LineBreakInline) runs.Add(new(" ", font, size, link));
            else if (part is AutolinkInline address)
                runs.Add(new(address.Url, font, size, TargetOf(address.IsEmail ? $"mailto:{address.Url}" : address.Url)));
            else if (part is ContainerInline inner)
                runs.AddRange(RunsOf(inner, inner is EmphasisInline { DelimiterCount: 2 } ? pages.Bold : font, size,
                    inner is LinkInline found ? TargetOf(found.Url) : link));
        }

        return runs;
    }

    private string? TargetOf(string? url) => url is null or "" ? null : url[0] == '/' ? addressOf?.Invoke(url) : url;
}
