using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Features.Letters.Pdf;

/// <summary>What the letter states: a label at the left, and what it says at the right, between fine lines.</summary>
internal sealed class LetterRows(PdfPages pages)
{
    private const double Labels = 150;
    private const double Size = 10.5;
    private static readonly (byte, byte, byte) Line = (196, 206, 199);

    public void Write(string label, IReadOnlyList<string> values)
    {
        pages.Keep(40);
        Rule();
        pages.Skip(4);
        pages.Write(new(label, pages.Regular, Size - 1), PdfPages.Left, pages.Y - (Size * 1.45), muted: true);
        foreach (var (index, value) in values.Index())
            pages.Flow([new(value, index == 0 ? pages.Bold : pages.Regular, Size)], PdfPages.Left + Labels, PdfPages.Width - Labels);
        pages.Skip(7);
    }

    /// <summary>Stands above each row, and below the last one.</summary>
    public void Rule() => pages.Fill(PdfPages.Left, pages.Y, PdfPages.Width, 0.5, Line);
}
