using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Ephyto.AdminConsole.Platform.Pdf;

/// <summary>A stretch of text in one font.</summary>
internal sealed record PdfRun(string Text, PdfFont Font, double Size);

/// <summary>The pages of a PDF, filled from top to bottom; a new one begins where the last is full. All measures in points.</summary>
internal sealed class PdfPages : IDisposable
{
    public const double Left = 56;
    public const double Width = 483;
    private const double Top = 780;
    private const double Bottom = 66;
    private readonly PdfDocumentBuilder _builder = new();
    private readonly List<PdfPageBuilder> _pages = [];
    private readonly CancellationToken _ct;
    private bool _isBuilt;

    /// <param name="title">For the file's properties.</param>
    /// <param name="ct">Ends the work between two lines.</param>
    public PdfPages(string title, CancellationToken ct = default)
    {
        _ct = ct;
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

    /// <summary>Who the document is from, where it is not the console itself.</summary>
    public void SignAs(string author) => _builder.DocumentInformation.Author = author;

    public void Skip(double height) => Y -= height;

    /// <summary>Begins a new page unless so much fits on this one.</summary>
    public void Keep(double height)
    {
        _ct.ThrowIfCancellationRequested();
        if (Y - height < Bottom) NewPage();
    }

    public void Write(PdfRun run, double x, double y, bool muted = false)
    {
        if (run.Text.Length == 0) return;
        if (muted) Page.SetTextAndFillColor(90, 100, 95);
        Page.AddText(run.Font.Writable(run.Text), run.Size, new PdfPoint(x, y), run.Font.Font);
        if (muted) Page.ResetColor();
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

        var bytes = _builder.Build();
        _isBuilt = true;
        return bytes;
    }

    /// <summary>The builder's own disposal finishes the document, which would hide why it could not be built.</summary>
    public void Dispose()
    {
        if (_isBuilt) _builder.Dispose();
    }

    private void NewPage()
    {
        _pages.Add(_builder.AddPage(PageSize.A4));
        Y = Top;
    }
}
