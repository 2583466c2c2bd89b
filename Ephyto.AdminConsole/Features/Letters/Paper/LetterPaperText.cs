namespace Ephyto.AdminConsole.Features.Letters.Paper;

/// <summary>Marks the resource file of the letter's own words.</summary>
internal sealed class LetterPaperText;
