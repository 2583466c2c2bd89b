using Ephyto.Domain.Common;

namespace Ephyto.Domain.Letters;

public abstract record LetterEvent(Guid LetterId, Guid NppoId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Letter, LetterId), new(SubjectKinds.Nppo, NppoId)];
}

public sealed record LetterRequested(Guid LetterId, Guid NppoId, Actor Actor, DateTime OccurredAt) : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public override string Code => "letter.requested";
}

public sealed record LetterCancelled(Guid LetterId, Guid NppoId, Actor Actor, DateTime OccurredAt) : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public override string Code => "letter.cancelled";
}

public sealed record LetterDeclined(Guid LetterId, Guid NppoId, Actor Actor, DateTime OccurredAt) : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public override string Code => "letter.declined";
}

public sealed record LetterIssued(Guid LetterId, Guid NppoId, LetterNumber Number, string Sha256, Actor Actor, DateTime OccurredAt)
    : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public override string Code => "letter.issued";

    public override IReadOnlyDictionary<string, string?> Facts => new Dictionary<string, string?> { ["number"] = Number.ToString(), ["sha256"] = Sha256 };
}

public sealed record LetterWithdrawn(Guid LetterId, Guid NppoId, LetterNumber Number, Actor Actor, DateTime OccurredAt)
    : LetterEvent(LetterId, NppoId, Actor, OccurredAt)
{
    public override string Code => "letter.withdrawn";

    public override IReadOnlyDictionary<string, string?> Facts => new Dictionary<string, string?> { ["number"] = Number.ToString() };
}
