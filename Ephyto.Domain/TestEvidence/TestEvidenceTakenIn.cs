using Ephyto.Domain.Common;

namespace Ephyto.Domain.TestEvidence;

/// <param name="MadeAt">When the test console made the file.</param>
/// <param name="Steps">How many are proven by it.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record TestEvidenceTakenIn(Guid NppoId, DateTime MadeAt, int Steps, string Sha256, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "test-evidence.taken-in";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>
    {
        ["made"] = EventFact.Moment(MadeAt),
        ["steps"] = EventFact.Number(Steps),
        ["sha256"] = EventFact.Words(Sha256),
    };
}
