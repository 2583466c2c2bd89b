using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

public abstract record HubUserEvent(Guid HubUserId, Guid? UserId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    /// <summary>The account belongs to it, because its open pages have to follow at once.</summary>
    public override IReadOnlyList<SubjectRef> Subjects => UserId is { } account
        ? [new(SubjectKinds.HubUser, HubUserId), new(SubjectKinds.Account, account)]
        : [new(SubjectKinds.HubUser, HubUserId)];

    protected static IReadOnlyDictionary<string, EventFact> RoleFacts(HubRole role) =>
        new Dictionary<string, EventFact> { ["role"] = EventFact.Term(role) };
}

public sealed record HubUserAppointed(Guid HubUserId, Guid AccountId, HubRole Role, Actor Actor, DateTime OccurredAt)
    : HubUserEvent(HubUserId, AccountId, Actor, OccurredAt)
{
    public const string Name = "hub-user.appointed";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => RoleFacts(Role);
}

public sealed record HubUserInvited(Guid HubUserId, HubRole Role, Actor Actor, DateTime OccurredAt)
    : HubUserEvent(HubUserId, null, Actor, OccurredAt)
{
    public const string Name = "hub-user.invited";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => RoleFacts(Role);
}

public sealed record HubInvitationCancelled(Guid HubUserId, Actor Actor, DateTime OccurredAt)
    : HubUserEvent(HubUserId, null, Actor, OccurredAt)
{
    public const string Name = "hub-user.invitation-cancelled";

    public override string Code => Name;
}

public sealed record HubUserActivated(Guid HubUserId, Guid AccountId, Actor Actor, DateTime OccurredAt)
    : HubUserEvent(HubUserId, AccountId, Actor, OccurredAt)
{
    public const string Name = "hub-user.activated";

    public override string Code => Name;
}

/// <param name="From">The role before.</param>
/// <param name="UntilBefore">When it would have ended, UTC; null for no end.</param>
public sealed record HubUserRoleChanged(
    Guid HubUserId, Guid AccountId, HubRole From, DateTime? UntilBefore, HubRole Role, DateTime? Until, Actor Actor, DateTime OccurredAt)
    : HubUserEvent(HubUserId, AccountId, Actor, OccurredAt)
{
    public const string Name = "hub-user.role-changed";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>
    {
        ["role"] = EventFact.Term(Role),
        [$"role{Before}"] = EventFact.Term(From),
        ["until"] = EventFact.Moment(Until),
        [$"until{Before}"] = EventFact.Moment(UntilBefore),
    };
}

public sealed record HubUserSuspended(Guid HubUserId, Guid AccountId, Actor Actor, DateTime OccurredAt)
    : HubUserEvent(HubUserId, AccountId, Actor, OccurredAt)
{
    public const string Name = "hub-user.suspended";

    public override string Code => Name;
}

public sealed record HubUserReactivated(Guid HubUserId, Guid AccountId, Actor Actor, DateTime OccurredAt)
    : HubUserEvent(HubUserId, AccountId, Actor, OccurredAt)
{
    public const string Name = "hub-user.reactivated";

    public override string Code => Name;
}

public sealed record HubUserRemoved(Guid HubUserId, Guid AccountId, Actor Actor, DateTime OccurredAt)
    : HubUserEvent(HubUserId, AccountId, Actor, OccurredAt)
{
    public const string Name = "hub-user.removed";

    public override string Code => Name;
}

public sealed record HubUserLeft(Guid HubUserId, Guid AccountId, Actor Actor, DateTime OccurredAt)
    : HubUserEvent(HubUserId, AccountId, Actor, OccurredAt)
{
    public const string Name = "hub-user.left";

    public override string Code => Name;
}

public sealed record HubUserRoleEnded(Guid HubUserId, Guid AccountId, DateTime OccurredAt)
    : HubUserEvent(HubUserId, AccountId, Actor.System, OccurredAt)
{
    public const string Name = "hub-user.role-ended";

    public override string Code => Name;
}

public sealed record HubUserRoleEnding(Guid HubUserId, Guid AccountId, DateTime Until, DateTime OccurredAt)
    : HubUserEvent(HubUserId, AccountId, Actor.System, OccurredAt)
{
    public const string Name = "hub-user.role-ending";

    public override string Code => Name;
}
