using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Features.Letters.Pdf;

/// <summary>The foot of the letter: how anybody finds out whether it is genuine, for a camera and for a person.</summary>
internal sealed class LetterProof(PdfPages pages)
{
    private const double Side = 104;
    private const double Bottom = 60;
    private const double Size = 9;

    /// <param name="title">What it is for.</param>
    /// <param name="lines">What stands beside the code.</param>
    /// <param name="address">What a camera reads; null for an empty square.</param>
    public void Write(string title, IReadOnlyList<string> lines, string? address)
    {
        pages.Keep(Side + 16);
        var lower = Math.Min(pages.Y - Side - 10, Bottom);
        pages.Shade(PdfPages.Left, lower, PdfPages.Width, Side + 10);
        if (address is null) pages.Fill(PdfPages.Left + 8, lower + 8, Side - 6, Side - 6, (220, 226, 222));
        else
        {
            pages.Fill(PdfPages.Left + 5, lower + 5, Side, Side, (255, 255, 255));
            PdfQr.Write(pages, address, PdfPages.Left + 5, lower + 5, Side);
        }

        pages.Skip(pages.Y - lower - Side);
        var (x, width) = (PdfPages.Left + Side + 20, PdfPages.Width - Side - 30);
        pages.Flow([new(title, pages.Bold, Size + 1)], x, width);
        foreach (var line in lines)
        {
            pages.Skip(3);
            pages.Flow([new(line, pages.Regular, Size)], x, width);
        }
    }
}
