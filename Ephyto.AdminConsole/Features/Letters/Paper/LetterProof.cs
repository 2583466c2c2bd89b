using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Features.Letters.Paper;

/// <summary>The foot of the letter: how anybody finds out whether it is genuine, for a camera and for a person.</summary>
internal sealed class LetterProof(PdfSheet sheet)
{
    private const double Side = 104;
    private const double Bottom = 60;
    private const double Size = 9;

    /// <param name="title">What it is for.</param>
    /// <param name="lines">What stands beside the code.</param>
    /// <param name="address">What a camera reads; null for an empty square.</param>
    public void Write(string title, IReadOnlyList<string> lines, string? address)
    {
        sheet.Keep(Side + 16);
        var lower = Math.Min(sheet.Y - Side - 10, Bottom);
        sheet.Shade(PdfSheet.Left, lower, PdfSheet.Width, Side + 10);
        if (address is null) sheet.Fill(PdfSheet.Left + 8, lower + 8, Side - 6, Side - 6, (220, 226, 222));
        else
        {
            sheet.Fill(PdfSheet.Left + 5, lower + 5, Side, Side, (255, 255, 255));
            PdfQr.Write(sheet, address, PdfSheet.Left + 5, lower + 5, Side);
        }

        sheet.Skip(sheet.Y - lower - Side);
        var (x, width) = (PdfSheet.Left + Side + 20, PdfSheet.Width - Side - 30);
        sheet.Flow([new(title, sheet.Bold, Size + 1)], x, width);
        foreach (var line in lines)
        {
            sheet.Skip(3);
            sheet.Flow([new(line, sheet.Regular, Size)], x, width);
        }
    }
}
