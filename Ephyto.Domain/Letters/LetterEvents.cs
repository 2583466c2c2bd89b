using Ephyto.Domain.Common;

namespace Ephyto.Domain.Letters;

public abstract record LetterEvent(Guid LetterId, Guid NppoId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Letter, LetterId), new(SubjectKinds.Nppo, NppoId)];
}

public sealed record LetterRequested(Guid LetterId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public const string Name = "letter.requested";

    public override string Code => Name;
}

public sealed record LetterCancelled(Guid LetterId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public const string Name = "letter.cancelled";

    public override string Code => Name;
}

public sealed record LetterDeclined(Guid LetterId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public const string Name = "letter.declined";

    public override string Code => Name;
}

public sealed record LetterIssued(Guid LetterId, Guid NppoId, LetterNumber Number, string Sha256, Actor Actor, DateTime OccurredAt)
    : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public const string Name = "letter.issued";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["number"] = EventFact.Words(Number.ToString()), ["sha256"] = EventFact.Words(Sha256) };
}

public sealed record LetterWithdrawn(Guid LetterId, Guid NppoId, LetterNumber Number, Actor Actor, DateTime OccurredAt)
    : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public const string Name = "letter.withdrawn";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["number"] = EventFact.Words(Number.ToString()) };
}
