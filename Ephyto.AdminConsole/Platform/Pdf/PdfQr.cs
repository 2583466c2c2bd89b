using QRCoder;

namespace Ephyto.AdminConsole.Platform.Pdf;

/// <summary>A QR code drawn as rectangles: sharp at every size, on paper too.</summary>
internal static class PdfQr
{
    private static readonly (byte, byte, byte) Black = (0, 0, 0);

    /// <param name="pages">Where it goes.</param>
    /// <param name="content">What a camera reads.</param>
    /// <param name="x">Its left edge.</param>
    /// <param name="y">Its lower edge.</param>
    /// <param name="size">Of the whole square, its white margin included.</param>
    public static void Write(PdfPages pages, string content, double x, double y, double size)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix.Count;
        var side = size / modules;
        foreach (var (line, row) in code.ModuleMatrix.Index())
        {
            for (var from = 0; from < modules; from++)
            {
                if (!row[from]) continue;
                var to = from;
                while (to < modules && row[to]) to++;
                // A row of black squares is one rectangle: less to write, and no white hair between them.
                pages.Fill(x + (from * side), y + size - ((line + 1) * side), (to - from) * side, side, Black);
                from = to;
            }
        }
    }
}
