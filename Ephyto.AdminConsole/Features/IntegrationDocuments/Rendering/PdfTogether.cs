using Ephyto.AdminConsole.Platform.Pdf;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>
/// Keeps on one page what is read together: headings, and paragraphs that end with a colon, with what follows them. A sample that fits
/// on a page with them is not cut; of a longer one, as of a table, a list or a text, the beginning stands with them.
/// </summary>
internal sealed class PdfTogether(PdfPages pages, PdfText text)
{
    public const double IndentOfList = 22;
    public const double IndentOfQuote = 16;
    public const double LineOfList = PdfText.Size * 1.5;
    public const double BelowList = 2;
    public const double AboveCode = 3;

    /// <summary>By which the ground of a sample reaches below its last line.</summary>
    private const double BelowCode = 2;

    /// <summary>As many lines of what may be cut stand with what leads to it.</summary>
    private const int Beginning = 3;

    /// <summary>Kept for what would fill more than a page with all that belongs to it.</summary>
    private const double Least = PdfText.Size * 6;

    private (int Page, double Y) _kept;

    /// <summary>Begins a new page where a block does not fit on this one with what belongs to it.</summary>
    /// <param name="blocks">Among which it stands.</param>
    /// <param name="at">Its index; the space above a heading lies behind.</param>
    /// <param name="width">Of the blocks.</param>
    public void Keep(ContainerBlock blocks, int at, double width)
    {
        // This was measured with what leads to it, and a new page now would part them.
        if (pages.PageNumber == _kept.Page && pages.Y > _kept.Y) return;
        if (at >= blocks.Count || (blocks[at] is ParagraphBlock && !LeadsOn(blocks[at]))) return;
        var height = HeightFrom(blocks, at, width, 0) - (blocks[at] is HeadingBlock first ? PdfText.AboveHeading(first) : 0);
        var fits = height <= PdfPages.Height;
        pages.Keep(fits ? height : Least);
        if (fits) _kept = (pages.PageNumber, pages.Y - height);
    }

    /// <summary>The height of a heading or of words that lead on, of those that follow at once, and of what stands with them.</summary>
    private double HeightFrom(ContainerBlock blocks, int at, double width, double above)
    {
        var height = above;
        for (; at < blocks.Count && height <= PdfPages.Height; at++)
        {
            if (!LeadsOn(blocks[at])) return WithBeginningOf(blocks[at], width, height);
            height += HeightOf((LeafBlock)blocks[at], width);
        }

        return height > above && height <= PdfPages.Height ? HeightAfter(blocks, width, height) : height;
    }

    /// <summary>The last words of a list lead to what follows the list.</summary>
    private double HeightAfter(ContainerBlock blocks, double width, double above)
    {
        if (blocks.Parent is not { } parent) return above;
        var next = parent.IndexOf(blocks) + 1;
        var below = blocks is ListBlock ? above + BelowList : above;
        return next < parent.Count ? HeightFrom(parent, next, width, below) : HeightAfter(parent, width, below);
    }

    private double HeightOf(LeafBlock block, double width) => block is HeadingBlock heading
        ? PdfText.AboveHeading(heading) + PdfLines.HeightOf(PdfLines.Wrap(text.RunsOf(heading), width), PdfText.LeadingOfHeading)
            + PdfText.BelowHeading(heading)
        : PdfLines.HeightOf(PdfLines.Wrap(text.RunsOf(block), width), PdfText.Leading) + PdfText.BelowParagraph;

    private double WithBeginningOf(Block block, double width, double above) => block switch
    {
        Table table => above + PdfTable.BeginningOf(text.RowsOf(table), width),
        FencedCodeBlock code when PdfText.DiagramOf(code) is { } diagram => above + PdfSequence.HeightOf(diagram),
        CodeBlock code => WithCode(text.LinesOf(code, width).Count, above),
        ListBlock list => Math.Max(above + LineOfList,
            list.FirstOrDefault() is ListItemBlock item ? HeightFrom(item, 0, width - IndentOfList, above) : 0),
        QuoteBlock quote => HeightFrom(quote, 0, width - IndentOfQuote, above),
        LeafBlock { Inline: not null } paragraph => above
            + PdfLines.HeightOf(PdfLines.Wrap(text.RunsOf(paragraph), width).Take(Beginning), PdfText.Leading),
        ContainerBlock container => HeightFrom(container, 0, width, above),
        _ => above,
    };

    private static double WithCode(int lines, double above)
    {
        var whole = WithLines(lines);
        return whole <= PdfPages.Height ? whole : WithLines(Math.Min(Beginning, lines));

        double WithLines(int count) => above + AboveCode + (count * PdfText.CodeLine) + BelowCode;
    }

    // Chinese has a colon of its own; before the one of the other languages a space may stand.
    private static bool LeadsOn(Block block) => block is HeadingBlock
        || (block is ParagraphBlock paragraph && MarkdownText.TextOf(paragraph.Inline).TrimEnd() is [.., ':' or '\uFF1A']);
}
