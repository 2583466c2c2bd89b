namespace Ephyto.Domain.IntegrationDocuments;

/// <summary>A file as the hub took it in.</summary>
/// <param name="Name">Without a path.</param>
/// <param name="Format">By its content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the content, in lower-case hexadecimal digits.</param>
public sealed record DocumentFile(string Name, DocumentFormat Format, long Size, string Sha256);

/// <summary>One state of a document. Its content never changes.</summary>
public sealed class DocumentVersion
{
    private DocumentVersion()
    {
    }

    internal DocumentVersion(int number, DocumentFile file, string notes, Guid? addedBy, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (Number, FileName, Format, Size, Sha256) = (number, file.Name, file.Format, file.Size, file.Sha256);
        (Notes, Status, AddedBy, AddedAt, StatusSince) = (notes, DocumentVersionStatus.Draft, addedBy, now, now);
    }

    public Guid Id { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string FileName { get; private set; } = "";

    public DocumentFormat Format { get; private set; }

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    /// <summary>What is new in it; empty in a first version.</summary>
    public string Notes { get; private set; } = "";

    public DocumentVersionStatus Status { get; private set; }

    public DateTime StatusSince { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>The account that uploaded it; null where the console shipped it.</summary>
    public Guid? AddedBy { get; private set; }

    internal void MoveTo(DocumentVersionStatus status, DateTime now) => (Status, StatusSince) = (status, now);
}
