using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;

namespace Ephyto.Domain.Nppos;

/// <summary>How an organization comes to exchange ePhytos. Whether the steps before it are done is asked before.</summary>
public sealed partial class Nppo
{
    /// <summary>From here on the organization exchanges in the test environment.</summary>
    public Result StartTesting(Actor actor, DateTime now) =>
        Move(NppoStatus.Onboarding, NppoStatus.Testing, new NppoTestingStarted(Id, actor, now), now);

    /// <summary>From here on the organization exchanges for real.</summary>
    public Result GoLive(Actor actor, DateTime now) => Move(NppoStatus.Testing, NppoStatus.Live, new NppoWentLive(Id, actor, now), now);

    private Result Move(NppoStatus from, NppoStatus to, DomainEvent happened, DateTime now)
    {
        if (Status != from) return IntegrationErrors.NotPossibleNow;

        (Status, StatusSince) = (to, now);
        Raise(happened);
        return Result.Success();
    }
}

public sealed record NppoTestingStarted(Guid NppoId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "nppo.testing-started";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];
}

public sealed record NppoWentLive(Guid NppoId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "nppo.went-live";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];
}
