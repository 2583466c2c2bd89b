using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Ephyto.AdminConsole.Platform.Pdf;

/// <summary>A stretch of text in one font.</summary>
/// <param name="Link">Where a press on it leads: an anchor such as <c>#start</c>, or a whole address; null for nowhere.</param>
internal sealed record PdfRun(string Text, PdfFont Font, double Size, string? Link = null);

/// <summary>The pages of a PDF, filled from top to bottom; a new one begins where the last is full. All measures in points.</summary>
internal sealed class PdfPages : IDisposable
{
    public const double Left = 56;
    public const double Width = 483;
    public const double Height = Top - Bottom;
    private const double Top = 780;
    private const double Bottom = 66;

    /// <summary>A sum of heights differs by less from what is written one after another.</summary>
    private const double Rounding = 0.01;
    private readonly PdfDocumentBuilder _builder;
    private readonly List<PdfPageBuilder> _pages = [];
    private readonly PdfPlaces _places = new();
    private readonly CancellationToken _ct;
    private bool _isBuilt;

    /// <param name="title">For the file's properties.</param>
    /// <param name="ct">Ends the work between two lines.</param>
    /// <param name="language">For who reads it aloud, such as <c>fr</c>; null where it is not known.</param>
    public PdfPages(string title, string? language, CancellationToken ct = default)
    {
        _ct = ct;
        _builder = new(new MemoryStream(), true, PdfWriterType.Default, 1.7, new PdfCatalog(language));
        _builder.DocumentInformation.Title = title;
        _builder.DocumentInformation.Creator = "Ephyto Admin Console";
        NewPage();
        Regular = PdfFont.Add(PdfFont.Regular, _builder);
        Bold = PdfFont.Add(PdfFont.Bold, _builder);
        Mono = PdfFont.Add("NotoSansMono-Regular", _builder);
    }

    public PdfFont Regular { get; }

    public PdfFont Bold { get; }

    public PdfFont Mono { get; }

    /// <summary>Where the next thing begins, from the lower edge of the page.</summary>
    public double Y { get; private set; }

    public PdfPageBuilder Page => _pages[^1];

    /// <summary>Number of the page that is being filled, from 1.</summary>
    public int PageNumber => _pages.Count;

    /// <summary>Who the document is from, where it is not the console itself.</summary>
    public void SignAs(string author) => _builder.DocumentInformation.Author = author;

    public void Skip(double height) => Y -= height;

    /// <summary>Begins a new page unless so much fits on this one.</summary>
    /// <returns>Whether a new page has begun.</returns>
    public bool Keep(double height)
    {
        _ct.ThrowIfCancellationRequested();
        if (Y - height >= Bottom - Rounding) return false;
        NewPage();
        return true;
    }

    /// <summary>As <see cref="Keep"/>, for what may be higher than a page: that begins here and goes on.</summary>
    public void KeepWhole(double height)
    {
        if (height <= Height) Keep(height);
    }

    public void NewPage()
    {
        _pages.Add(_builder.AddPage(PageSize.A4));
        Y = Top;
    }

    /// <summary>What is written next can be linked to, and stands in the outline that a reader opens beside the pages.</summary>
    public void Mark(string anchor, string title, int level) => _places.Add(new(anchor, title, level, PageNumber, Y));

    /// <summary>The place of a mark; null where there is none of that name.</summary>
    public PdfPlace? PlaceOf(string anchor) => _places.Find(anchor);

    public void Write(PdfRun run, double x, double y, bool muted = false) => WriteOn(PageNumber, run, x, y, muted);

    /// <summary>Writes on a page that may lie before the present one.</summary>
    public void WriteOn(int page, PdfRun run, double x, double y, bool muted = false)
    {
        if (run.Text.Length == 0) return;
        var on = _pages[page - 1];
        if (muted) on.SetTextAndFillColor(90, 100, 95);
        else if (run.Link is not null) on.SetTextAndFillColor(0, 84, 60);
        on.AddText(run.Font.Writable(run.Text), run.Size, new PdfPoint(x, y), run.Font.Font);
        if (muted || run.Link is not null) on.ResetColor();
        if (run.Link is { } link)
            _places.Link(page, new PdfRectangle(x, y - 2, x + run.Font.WidthOf(run.Text.TrimEnd(), run.Size), y + run.Size), link);
    }

    /// <summary>Writes runs that wrap between words, and moves on below them.</summary>
    public void Flow(IReadOnlyList<PdfRun> runs, double x, double width, double leading = 1.45)
    {
        foreach (var line in PdfLines.Wrap(runs, width))
        {
            var size = line.Max(run => run.Size);
            Keep(size * leading);
            Skip(size * leading);
            var at = x;
            foreach (var run in line)
            {
                Write(run, at, Y);
                at += run.Font.WidthOf(run.Text, run.Size);
            }
        }
    }

    public void Rule(double x1, double y1, double x2, double y2, double width = 0.6) =>
        Page.DrawLine(new PdfPoint(x1, y1), new PdfPoint(x2, y2), width);

    public void Shade(double x, double y, double width, double height) => Fill(x, y, width, height, (240, 244, 241));

    public void Fill(double x, double y, double width, double height, (byte Red, byte Green, byte Blue) color)
    {
        Page.SetTextAndFillColor(color.Red, color.Green, color.Blue);
        Page.SetStrokeColor(color.Red, color.Green, color.Blue);
        Page.DrawRectangle(new PdfPoint(x, y), width, height, 0.1, true);
        Page.ResetColor();
    }

    /// <param name="footer">Stands below each page, before its number.</param>
    public byte[] Build(string footer)
    {
        foreach (var (index, page) in _pages.Index())
        {
            var number = $"{index + 1} / {_pages.Count}";
            page.SetTextAndFillColor(90, 100, 95);
            page.AddText(Regular.Writable(footer), 8, new PdfPoint(Left, 38), Regular.Font);
            page.AddText(number, 8, new PdfPoint(Left + Width - Regular.WidthOf(number, 8), 38), Regular.Font);
        }

        _places.Complete(_builder, _pages);
        var bytes = _builder.Build();
        _isBuilt = true;
        return bytes;
    }

    /// <summary>The builder's own disposal finishes the document, which would hide why it could not be built.</summary>
    public void Dispose()
    {
        if (_isBuilt) _builder.Dispose();
    }
}
