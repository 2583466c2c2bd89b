using Ephyto.Domain.Common;

namespace Ephyto.Domain.IntegrationDocuments;

/// <summary>One document of the library in one language, with every version it ever had.</summary>
public sealed class IntegrationDocument : AggregateRoot
{
    public const int MaximumTitle = 200;
    public const int MaximumNotes = 2000;
    private readonly List<DocumentVersion> _versions = [];

    private IntegrationDocument()
    {
    }

    public DocumentKind Kind { get; private set; }

    /// <summary>In the document's own language.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The code of one of the console's languages, such as <c>fr</c>.</summary>
    public string Language { get; private set; } = "";

    public DocumentAudience Audience { get; private set; }

    /// <summary>The name of what the console ships, such as <c>integration-guide.fr</c>; null for what the hub put in itself.</summary>
    public string? ShippedAs { get; private set; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<DocumentVersion> Versions => _versions;

    /// <summary>The version that is read now; null where none is published.</summary>
    public DocumentVersion? Current => _versions.Find(version => version.Status == DocumentVersionStatus.Published);

    /// <summary>Whether the hub has put a version of its own into a document that the console ships.</summary>
    public bool IsTakenOver => _versions.Exists(version => version.AddedBy is not null);

    public static Result<IntegrationDocument> Create(DocumentKind kind, string? title, string language, DocumentAudience audience)
    {
        if (FreeText.Line(title, MaximumTitle) is not { } name) return DocumentErrors.TitleNeeded;
        return new IntegrationDocument { Id = Guid.CreateVersion7(), Kind = kind, Title = name, Language = language, Audience = audience };
    }

    /// <summary>A document that comes with the console.</summary>
    public static IntegrationDocument Ship(string name, DocumentKind kind, string title, string language) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        Title = title,
        Language = language,
        Audience = DocumentAudience.Members,
        ShippedAs = name,
    };

    /// <summary>The next version, as a draft that only the hub sees.</summary>
    /// <param name="file">What was uploaded, after its content was checked.</param>
    /// <param name="notes">What is new, for those who have the version before; null for a first version.</param>
    /// <param name="actor">Somebody of the hub, or the console for what it ships.</param>
    /// <param name="now">UTC.</param>
    public Result<DocumentVersion> AddVersion(DocumentFile file, string? notes, Actor actor, DateTime now)
    {
        if (_versions.Exists(version => version.Status != DocumentVersionStatus.Withdrawn && version.Sha256 == file.Sha256))
            return DocumentErrors.SameContent;
        var said = FreeText.Clean(notes, MaximumNotes);
        if (said is null && _versions.Count > 0) return DocumentErrors.NotesNeeded;

        var version = new DocumentVersion(_versions.Count + 1, file, said ?? "", actor.Kind == ActorKind.User ? actor.Id : null, now);
        _versions.Add(version);
        Raise(new DocumentVersionAdded(Id, version.Id, Title, version.Number, actor, now));
        return version;
    }

    /// <summary>From now on this version is the one that is read; the one before stays for the record.</summary>
    public Result Publish(Guid versionId, Actor actor, DateTime now)
    {
        if (_versions.Find(version => version.Id == versionId) is not { Status: DocumentVersionStatus.Draft } next)
            return DocumentErrors.NotPossibleNow;
        if (Current is { } before && before.Number > next.Number) return DocumentErrors.OlderThanCurrent;

        Current?.MoveTo(DocumentVersionStatus.Superseded, now);
        next.MoveTo(DocumentVersionStatus.Published, now);
        Raise(new DocumentPublished(Id, next.Id, Title, next.Number, actor, now));
        return Result.Success();
    }

    /// <summary>Nobody outside the hub reads this version any more. The one before does not come back by itself.</summary>
    public Result Withdraw(Guid versionId, Actor actor, DateTime now)
    {
        if (_versions.Find(version => version.Id == versionId) is not { Status: DocumentVersionStatus.Draft
            or DocumentVersionStatus.Published } version)
            return DocumentErrors.NotPossibleNow;

        version.MoveTo(DocumentVersionStatus.Withdrawn, now);
        Raise(new DocumentWithdrawn(Id, version.Id, Title, version.Number, actor, now));
        return Result.Success();
    }

    /// <summary>Who may read it from now on.</summary>
    public Result ShowTo(DocumentAudience audience, Actor actor, DateTime now)
    {
        if (audience == Audience) return Result.Success();

        var before = Audience;
        Audience = audience;
        Raise(new DocumentAudienceChanged(Id, Title, before, audience, actor, now));
        return Result.Success();
    }
}
