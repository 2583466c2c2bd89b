using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Features.Letters.Paper;

/// <summary>The upper edge of the letter.</summary>
internal sealed class LetterHead(PdfSheet sheet)
{
    private const double PageWidth = 595;
    private const double PageHeight = 842;
    private static readonly (byte, byte, byte) Leaf = (29, 106, 60);
    private static readonly (byte, byte, byte) Warning = (253, 230, 205);

    public void Write(string title, string below)
    {
        sheet.Fill(0, PageHeight - 12, PageWidth, 12, Leaf);
        sheet.Skip(4);
        sheet.Flow([new(title, sheet.Bold, 14.4)], PdfSheet.Left, PdfSheet.Width);
        sheet.Skip(14);
        sheet.Write(new(below, sheet.Regular, 9), PdfSheet.Left, sheet.Y, muted: true);
        sheet.Skip(10);
        sheet.Fill(PdfSheet.Left, sheet.Y, PdfSheet.Width, 1, Leaf);
    }

    /// <summary>A bar nobody overlooks: this is no letter to rely on.</summary>
    public void Warn(string words)
    {
        sheet.Skip(30);
        sheet.Fill(PdfSheet.Left, sheet.Y, PdfSheet.Width, 22, Warning);
        sheet.Write(new(words, sheet.Bold, 10), PdfSheet.Left + 8, sheet.Y + 7.5);
    }
}
