using Ephyto.Domain.Common;

namespace Ephyto.Domain.Integration;

public abstract record IntegrationStepEvent(Guid NppoId, IntegrationStep Step, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact> { ["step"] = EventFact.Term(Step) };
}

public sealed record IntegrationStepReported(Guid NppoId, IntegrationStep Step, Actor Actor, DateTime OccurredAt)
    : IntegrationStepEvent(NppoId, Step, Actor, OccurredAt)
{
    public const string Name = "integration.step-reported";

    public override string Code => Name;
}

public sealed record IntegrationStepAccepted(Guid NppoId, IntegrationStep Step, Actor Actor, DateTime OccurredAt)
    : IntegrationStepEvent(NppoId, Step, Actor, OccurredAt)
{
    public const string Name = "integration.step-accepted";

    public override string Code => Name;
}

public sealed record IntegrationStepSentBack(Guid NppoId, IntegrationStep Step, Actor Actor, DateTime OccurredAt)
    : IntegrationStepEvent(NppoId, Step, Actor, OccurredAt)
{
    public const string Name = "integration.step-sent-back";

    public override string Code => Name;
}
