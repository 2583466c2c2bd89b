using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;

namespace Ephyto.Domain.Nppos;

/// <summary>How an organization comes to exchange ePhytos. Whether the steps before it are done is asked before.</summary>
public sealed partial class Nppo
{
    /// <summary>From here on the organization exchanges in the test environment.</summary>
    public Result StartTesting(Actor actor, DateTime now) => IntegrationSteps.HaveTests(Organization.System)
        ? Move(NppoStatus.Onboarding, NppoStatus.Testing, new NppoTestingStarted(Id, actor, now), now)
        : IntegrationErrors.NotPossibleNow;

    /// <summary>From here on the organization exchanges for real: after testing, where there is something to test.</summary>
    public Result GoLive(Actor actor, DateTime now)
    {
        if (Move(StateBeforeLive, NppoStatus.Live, new NppoWentLive(Id, actor, now), now).Error is { } refusal) return refusal;

        WentLiveAt ??= now;
        return Result.Success();
    }

    /// <summary>Where it stands when live exchange comes next.</summary>
    public NppoStatus StateBeforeLive =>
        IntegrationSteps.HaveTests(Organization.System) || Status != NppoStatus.Onboarding ? NppoStatus.Testing : NppoStatus.Onboarding;

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
