using Ephyto.Domain.Common;

namespace Ephyto.Domain.IntegrationDocuments;

public abstract record DocumentEvent(Guid DocumentId, string Title, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Document, DocumentId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["title"] = EventFact.Words(Title) };
}

public abstract record DocumentVersionEvent(Guid DocumentId, Guid VersionId, string Title, int Number, Actor Actor, DateTime OccurredAt)
    : DocumentEvent(DocumentId, Title, Actor, OccurredAt)
{
    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["title"] = EventFact.Words(Title), ["version"] = EventFact.Number(Number) };
}

public sealed record DocumentVersionAdded(Guid DocumentId, Guid VersionId, string Title, int Number, Actor Actor, DateTime OccurredAt)
    : DocumentVersionEvent(DocumentId, VersionId, Title, Number, Actor, OccurredAt)
{
    public const string Name = "document.version-added";

    public override string Code => Name;
}

public sealed record DocumentPublished(Guid DocumentId, Guid VersionId, string Title, int Number, Actor Actor, DateTime OccurredAt)
    : DocumentVersionEvent(DocumentId, VersionId, Title, Number, Actor, OccurredAt)
{
    public const string Name = "document.published";

    public override string Code => Name;
}

public sealed record DocumentWithdrawn(Guid DocumentId, Guid VersionId, string Title, int Number, Actor Actor, DateTime OccurredAt)
    : DocumentVersionEvent(DocumentId, VersionId, Title, Number, Actor, OccurredAt)
{
    public const string Name = "document.withdrawn";

    public override string Code => Name;
}

public sealed record DocumentAudienceChanged(
    Guid DocumentId, string Title, DocumentAudience From, DocumentAudience Audience, Actor Actor, DateTime OccurredAt)
    : DocumentEvent(DocumentId, Title, Actor, OccurredAt)
{
    public const string Name = "document.audience-changed";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["title"] = EventFact.Words(Title), ["audience"] = EventFact.Term(Audience),
            [$"audience{Before}"] = EventFact.Term(From) };
}

/// <summary>A member has a version before them for the first time: it belongs to the history of the organization.</summary>
public sealed record DocumentOpened(Guid NppoId, Guid DocumentId, string Title, int Number, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "document.opened";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];

    public override IReadOnlyList<SubjectRef> AlsoAbout => [new(SubjectKinds.Document, DocumentId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["title"] = EventFact.Words(Title), ["version"] = EventFact.Number(Number) };
}
