using Ephyto.AdminConsole.Platform.Pdf;

namespace Ephyto.AdminConsole.Features.Letters.Paper;

/// <summary>What the letter states: a label at the left, and what it says at the right, between fine lines.</summary>
internal sealed class LetterRows(PdfSheet sheet)
{
    private const double Labels = 150;
    private const double Size = 10.5;
    private static readonly (byte, byte, byte) Line = (196, 206, 199);

    public void Write(string label, IReadOnlyList<string> values)
    {
        sheet.Keep(40);
        Rule();
        sheet.Skip(4);
        sheet.Write(new(label, sheet.Regular, Size - 1), PdfSheet.Left, sheet.Y - (Size * 1.45), muted: true);
        foreach (var (index, value) in values.Index())
            sheet.Flow([new(value, index == 0 ? sheet.Bold : sheet.Regular, Size)], PdfSheet.Left + Labels, PdfSheet.Width - Labels);
        sheet.Skip(7);
    }

    /// <summary>Stands above each row, and below the last one.</summary>
    public void Rule() => sheet.Fill(PdfSheet.Left, sheet.Y, PdfSheet.Width, 0.5, Line);
}
