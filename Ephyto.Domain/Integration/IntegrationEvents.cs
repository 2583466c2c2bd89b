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

/// <summary>The hub's answer does not hold any more: the step is what it was before.</summary>
/// <param name="Answer">What the answer was: accepted or sent back.</param>
public sealed record IntegrationAnswerTakenBack(
    Guid NppoId, IntegrationStep Step, IntegrationStepState Answer, Actor Actor, DateTime OccurredAt)
    : IntegrationStepEvent(NppoId, Step, Actor, OccurredAt)
{
    public const string Name = "integration.answer-taken-back";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact>(base.Facts) { ["answer"] = EventFact.Term(Answer) };
}
