using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Features.Letters.Pdf;

/// <summary>The upper edge of the letter.</summary>
internal sealed class LetterHead(PdfPages pages)
{
    private const double PageWidth = 595;
    private const double PageHeight = 842;
    private static readonly (byte, byte, byte) Leaf = (29, 106, 60);
    private static readonly (byte, byte, byte) Warning = (253, 230, 205);

    public void Write(string title, string below)
    {
        pages.Fill(0, PageHeight - 12, PageWidth, 12, Leaf);
        pages.Skip(4);
        pages.Flow([new(title, pages.Bold, 14.4)], PdfPages.Left, PdfPages.Width);
        pages.Skip(14);
        pages.Write(new(below, pages.Regular, 9), PdfPages.Left, pages.Y, muted: true);
        pages.Skip(10);
        pages.Fill(PdfPages.Left, pages.Y, PdfPages.Width, 1, Leaf);
    }

    /// <summary>A bar nobody overlooks: this is no letter to rely on.</summary>
    public void Warn(string words)
    {
        pages.Skip(30);
        pages.Fill(PdfPages.Left, pages.Y, PdfPages.Width, 22, Warning);
        pages.Write(new(words, pages.Bold, 10), PdfPages.Left + 8, pages.Y + 7.5);
    }
}
