using UglyToad.PdfPig.Content;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <param name="Text">Without what stands to its left or right on another line.</param>
/// <param name="IsHeading">Larger and bolder than the text.</param>
/// <param name="IsCode">A line of a sample.</param>
internal sealed record PdfTextLine(string Text, bool IsHeading, bool IsCode)
{
    public bool LeadsOn => !IsCode && Text is [.., ':'];
}

/// <summary>Reads a page of a document as a person does: line by line.</summary>
internal static class PdfReading
{
    private const double Footer = 60;
    private const double LargerThanText = 10.5;

    /// <returns>Of the lines above the footer, the lowest.</returns>
    public static PdfTextLine LastLineOf(Page page)
    {
        var letters = page.Letters.Where(letter => letter.StartBaseLine.Y > Footer && letter.Value.Trim().Length > 0).ToList();
        var lowest = letters.Min(letter => letter.StartBaseLine.Y);
        var line = letters.Where(letter => letter.StartBaseLine.Y < lowest + 1).OrderBy(letter => letter.StartBaseLine.X).ToList();
        return new(string.Concat(line.Select(letter => letter.Value)),
            line.All(letter => letter.PointSize > LargerThanText && IsIn(letter, "Bold")), line.All(letter => IsIn(letter, "Mono")));
    }

    private static bool IsIn(Letter letter, string font) => letter.FontName?.Contains(font, StringComparison.Ordinal) == true;
}
