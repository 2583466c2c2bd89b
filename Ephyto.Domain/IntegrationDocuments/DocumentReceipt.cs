using Ephyto.Domain.Common;

namespace Ephyto.Domain.IntegrationDocuments;

/// <summary>A member has opened or downloaded a version: who holds what, and hears of the next one.</summary>
public sealed class DocumentReceipt : AggregateRoot
{
    private DocumentReceipt()
    {
    }

    public Guid DocumentId { get; private set; }

    public Guid VersionId { get; private set; }

    /// <summary>The account that read it.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The organization it was read for.</summary>
    public Guid NppoId { get; private set; }

    /// <summary>The first time, UTC.</summary>
    public DateTime At { get; private set; }

    public static DocumentReceipt Of(IntegrationDocument document, Guid userId, Guid nppoId, DateTime now)
    {
        var version = document.Current!;
        var receipt = new DocumentReceipt { Id = Guid.CreateVersion7(), DocumentId = document.Id, VersionId = version.Id, UserId = userId,
            NppoId = nppoId, At = now };
        receipt.Raise(new DocumentOpened(nppoId, document.Id, document.Title, version.Number, Actor.User(userId), now));
        return receipt;
    }
}
