namespace Ephyto.AdminConsole.Features.Letters.Pdf;

/// <summary>Marks the resource file of the letter's own words.</summary>
internal sealed class LetterPdfText;
