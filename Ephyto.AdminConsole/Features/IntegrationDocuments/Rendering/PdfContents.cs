using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>
/// The contents of a document: room for them is kept before the text is laid out, and they are written when it is known on which
/// page each chapter stands.
/// </summary>
internal sealed class PdfContents
{
    private const double Size = 9;
    private const double Line = Size * 1.5;
    private const double ForNumber = 30;
    private readonly PdfPages _pages;
    private readonly List<Entry> _entries = [];

    private PdfContents(PdfPages pages) => _pages = pages;

    /// <param name="pages">Where they go, from here on; the text goes on on a page of its own.</param>
    /// <param name="name">What the contents are called.</param>
    /// <param name="headings">Those that are listed.</param>
    public static PdfContents Reserve(PdfPages pages, string name, IReadOnlyList<DocumentHeading> headings)
    {
        var contents = new PdfContents(pages);
        pages.Flow([new(name, pages.Bold, 14)], PdfPages.Left, PdfPages.Width, 1.3);
        pages.Skip(4);
        foreach (var heading in headings)
        {
            var indent = (heading.Level - 2) * 14;
            if (heading.Level == 2) pages.Skip(4);
            var run = new PdfRun(heading.Text, heading.Level == 2 ? pages.Bold : pages.Regular, Size, $"#{heading.Anchor}");
            foreach (var (index, line) in PdfLines.Wrap([run], PdfPages.Width - indent - ForNumber).Index())
            {
                pages.Keep(Line);
                pages.Skip(Line);
                contents._entries.Add(new(heading.Anchor, line, PdfPages.Left + indent, pages.PageNumber, pages.Y, index == 0));
            }
        }

        pages.NewPage();
        return contents;
    }

    /// <summary>Once all chapters have their place.</summary>
    public void Complete()
    {
        foreach (var entry in _entries)
        {
            foreach (var run in entry.Line) _pages.WriteOn(entry.Page, run, entry.X, entry.Y);
            if (!entry.IsFirst || _pages.PlaceOf(entry.Anchor) is not { } place) continue;
            var number = new PdfRun($"{place.Page}", _pages.Regular, Size, $"#{entry.Anchor}");
            _pages.WriteOn(entry.Page, number, PdfPages.Left + PdfPages.Width - number.Font.WidthOf(number.Text, Size), entry.Y);
        }
    }

    private sealed record Entry(string Anchor, IReadOnlyList<PdfRun> Line, double X, int Page, double Y, bool IsFirst);
}
