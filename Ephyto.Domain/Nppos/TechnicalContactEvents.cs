using Ephyto.Domain.Common;

namespace Ephyto.Domain.Nppos;

public abstract record TechnicalContactEvent(Guid NppoId, Guid MemberId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId), new(SubjectKinds.Member, MemberId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["member"] = EventFact.Id(SubjectKinds.Member, MemberId) };
}

public sealed record TechnicalContactOffered(Guid NppoId, Guid MemberId, Actor Actor, DateTime OccurredAt)
    : TechnicalContactEvent(NppoId, MemberId, Actor, OccurredAt)
{
    public const string Name = "nppo.technical-contact-offered";

    public override string Code => Name;
}

/// <param name="PreviousId">The member who was it before, if anybody.</param>
/// <param name="OfferedBy">The account whose offer was accepted; null where there was none.</param>
public sealed record TechnicalContactPassed(Guid NppoId, Guid MemberId, Guid? PreviousId, Guid? OfferedBy, Actor Actor, DateTime OccurredAt)
    : TechnicalContactEvent(NppoId, MemberId, Actor, OccurredAt)
{
    public const string Name = "nppo.technical-contact-passed";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["member"] = EventFact.Id(SubjectKinds.Member, MemberId),
            [$"member{Before}"] = EventFact.Id(SubjectKinds.Member, PreviousId) };

    public override IReadOnlyList<SubjectRef> AlsoAbout => PreviousId is { } previous ? [new(SubjectKinds.Member, previous)] : [];
}

/// <param name="OfferedBy">The account whose offer was declined.</param>
public sealed record TechnicalContactDeclined(Guid NppoId, Guid MemberId, Guid OfferedBy, Actor Actor, DateTime OccurredAt)
    : TechnicalContactEvent(NppoId, MemberId, Actor, OccurredAt)
{
    public const string Name = "nppo.technical-contact-declined";

    public override string Code => Name;
}

public sealed record TechnicalContactWithdrawn(Guid NppoId, Guid MemberId, Actor Actor, DateTime OccurredAt)
    : TechnicalContactEvent(NppoId, MemberId, Actor, OccurredAt)
{
    public const string Name = "nppo.technical-contact-withdrawn";

    public override string Code => Name;
}

/// <summary>The technical contact can act no longer, and nobody is it.</summary>
public sealed record TechnicalContactVacated(Guid NppoId, Guid MemberId, Actor Actor, DateTime OccurredAt)
    : TechnicalContactEvent(NppoId, MemberId, Actor, OccurredAt)
{
    public const string Name = "nppo.technical-contact-vacated";

    public override string Code => Name;
}
