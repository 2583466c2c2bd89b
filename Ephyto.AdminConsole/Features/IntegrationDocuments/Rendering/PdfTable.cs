using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>
/// A table in a PDF. Its columns share the width by what they hold; a row does not break over two pages, and on each page the columns
/// are named anew.
/// </summary>
internal static class PdfTable
{
    public const double Size = 8;
    private const double Padding = 5;

    /// <summary>As many rows stand together on the page on which it begins, the head included.</summary>
    private const int RowsTogether = 3;
    private const double Above = 4;
    private const double Line = Size * 1.4;

    /// <param name="pages">Where it goes.</param>
    /// <param name="rows">The cells' text; the first row names the columns.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="width">At most.</param>
    public static void Write(PdfPages pages, IReadOnlyList<List<List<PdfRun>>> rows, double x, double width)
    {
        var widths = Share(rows, width);
        pages.Skip(Above);
        pages.KeepWhole(TogetherOf(rows, widths));
        foreach (var (index, row) in rows.Index())
        {
            var cells = Wrapped(row, widths);
            var height = HeightOf(cells);
            var isNewPage = pages.Keep(height);
            if (isNewPage && index > 0) WriteRow(pages, Wrapped(rows[0], widths), widths, x, isHead: true);
            WriteRow(pages, cells, widths, x, isHead: index == 0);
        }

        pages.Skip(12);
    }

    /// <summary>The height of its head with the rows that stand on the same page.</summary>
    public static double BeginningOf(IReadOnlyList<List<List<PdfRun>>> rows, double width) =>
        Above + TogetherOf(rows, Share(rows, width));

    private static double TogetherOf(IReadOnlyList<List<List<PdfRun>>> rows, List<double> widths) =>
        rows.Take(RowsTogether).Sum(row => HeightOf(Wrapped(row, widths)));

    private static List<IReadOnlyList<IReadOnlyList<PdfRun>>> Wrapped(List<List<PdfRun>> row, List<double> widths) =>
        [.. row.Take(widths.Count).Select((cell, column) => PdfLines.Wrap(cell, widths[column] - (2 * Padding)))];

    private static double HeightOf(List<IReadOnlyList<IReadOnlyList<PdfRun>>> cells) => (cells.Max(cell => cell.Count) * Line) + Padding;

    private static void WriteRow(PdfPages pages, List<IReadOnlyList<IReadOnlyList<PdfRun>>> cells, List<double> widths, double x,
        bool isHead)
    {
        var (height, width) = (HeightOf(cells), widths.Sum());
        if (isHead) pages.Shade(x, pages.Y - height, width, height);
        var left = x;
        foreach (var (column, cell) in cells.Index())
        {
            WriteCell(pages, cell, left + Padding);
            left += widths[column];
        }

        pages.Skip(height);
        pages.Rule(x, pages.Y, x + width, pages.Y, 0.3);
    }

    private static void WriteCell(PdfPages pages, IReadOnlyList<IReadOnlyList<PdfRun>> lines, double x)
    {
        foreach (var (index, line) in lines.Index())
        {
            var at = x;
            foreach (var run in line)
            {
                pages.Write(run, at, pages.Y - ((index + 1) * Line));
                at += run.Font.WidthOf(run.Text, run.Size);
            }
        }
    }

    private static List<double> Share(IReadOnlyList<List<List<PdfRun>>> rows, double width)
    {
        var columns = rows.Max(row => row.Count);
        var wanted = Enumerable.Range(0, columns)
            .Select(column => rows.Max(row => column < row.Count ? Math.Min(WidthOf(row[column]), width * 0.5) : 0) + (2 * Padding))
            .ToList();
        // A column is never narrower than its longest word, as far as the page allows.
        var least = Enumerable.Range(0, columns)
            .Select(column => rows.Max(row => column < row.Count ? LongestWord(row[column]) : 0) + (2 * Padding) + 1).ToList();
        var spare = width - least.Sum();
        if (spare <= 0) return [.. least.Select(one => one * width / least.Sum())];
        var wishes = wanted.Zip(least, (wish, need) => Math.Max(0, wish - need)).ToList();
        var total = wishes.Sum();
        return [.. least.Zip(wishes, (need, wish) => need + (total > 0 ? spare * wish / total : spare / columns))];
    }

    private static double WidthOf(List<PdfRun> cell) => cell.Sum(run => run.Font.WidthOf(run.Text, run.Size));

    private static double LongestWord(List<PdfRun> cell) =>
        cell.SelectMany(run => run.Text.Split(' ').Select(word => run.Font.WidthOf(word, run.Size))).DefaultIfEmpty().Max();
}
