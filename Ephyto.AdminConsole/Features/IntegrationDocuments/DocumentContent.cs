namespace Ephyto.AdminConsole.Features.IntegrationDocuments;

/// <summary>The bytes of a version, apart from what lists read.</summary>
internal sealed class DocumentContent
{
    public Guid VersionId { get; init; }

    public byte[] Bytes { get; init; } = [];
}
