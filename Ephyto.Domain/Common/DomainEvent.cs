namespace Ephyto.Domain.Common;

/// <summary>
/// Something that happened to an aggregate. It joins the audit trail in the transaction that causes it and,
/// after the commit, tells every open page which subjects changed. It carries no personal data.
/// </summary>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When, UTC.</param>
public abstract record DomainEvent(Actor Actor, DateTime OccurredAt)
{
    /// <summary>Stable name of the act, such as <c>registration.confirmed</c>; the audit's sentence is found by it.</summary>
    public abstract string Code { get; }

    /// <summary>What changed; the first is the aggregate itself, the others are those it belongs to.</summary>
    public abstract IReadOnlyList<SubjectRef> Subjects { get; }

    /// <summary>What the audit finds the entry by besides; it did not change, so no page looks again for it.</summary>
    public virtual IReadOnlyList<SubjectRef> AlsoAbout => [];

    /// <summary>
    /// Facts for the audit's sentence, each with what it is: codes, states, dates; never a name or an address. What replaced something else
    /// stands beside what it was, under the same name with <see cref="Before"/> behind it.
    /// </summary>
    public virtual IReadOnlyDictionary<string, EventFact> Facts => NoFacts;

    /// <summary>Behind a fact's name: what it was before.</summary>
    public const string Before = ".before";

    private static readonly IReadOnlyDictionary<string, EventFact> NoFacts = new Dictionary<string, EventFact>();
}
