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
    private readonly PdfSheet _sheet;
    private readonly List<Entry> _entries = [];

    private PdfContents(PdfSheet sheet) => _sheet = sheet;

    /// <param name="sheet">Where they go, from here on; the text goes on on a page of its own.</param>
    /// <param name="name">What the contents are called.</param>
    /// <param name="headings">Those that are listed.</param>
    public static PdfContents Reserve(PdfSheet sheet, string name, IReadOnlyList<DocumentHeading> headings)
    {
        var contents = new PdfContents(sheet);
        sheet.Flow([new(name, sheet.Bold, 14)], PdfSheet.Left, PdfSheet.Width, 1.3);
        sheet.Skip(4);
        foreach (var heading in headings)
        {
            var indent = (heading.Level - 2) * 14;
            if (heading.Level == 2) sheet.Skip(4);
            var run = new PdfRun(heading.Text, heading.Level == 2 ? sheet.Bold : sheet.Regular, Size, $"#{heading.Anchor}");
            foreach (var (index, line) in PdfLines.Wrap([run], PdfSheet.Width - indent - ForNumber).Index())
            {
                sheet.Keep(Line);
                sheet.Skip(Line);
                contents._entries.Add(new(heading.Anchor, line, PdfSheet.Left + indent, sheet.PageNumber, sheet.Y, index == 0));
            }
        }

        sheet.NewPage();
        return contents;
    }

    /// <summary>Once all chapters have their place.</summary>
    public void Complete()
    {
        foreach (var entry in _entries)
        {
            foreach (var run in entry.Line) _sheet.WriteOn(entry.Page, run, entry.X, entry.Y);
            if (!entry.IsFirst || _sheet.PlaceOf(entry.Anchor) is not { } place) continue;
            var number = new PdfRun($"{place.Page}", _sheet.Regular, Size, $"#{entry.Anchor}");
            _sheet.WriteOn(entry.Page, number, PdfSheet.Left + PdfSheet.Width - number.Font.WidthOf(number.Text, Size), entry.Y);
        }
    }

    private sealed record Entry(string Anchor, IReadOnlyList<PdfRun> Line, double X, int Page, double Y, bool IsFirst);
}
