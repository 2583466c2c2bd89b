namespace Ephyto.AdminConsole.Features.Letters;

/// <summary>Marks the resource file of the slice's pages.</summary>
internal sealed class LettersText;
