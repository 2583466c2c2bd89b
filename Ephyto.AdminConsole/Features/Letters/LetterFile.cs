namespace Ephyto.AdminConsole.Features.Letters;

/// <summary>The PDF of an issued letter, apart from what lists read. It is written once and never again.</summary>
internal sealed class LetterFile
{
    public Guid LetterId { get; init; }

    public byte[] Bytes { get; init; } = [];
}
