using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Members;

/// <summary>What a person may do in an organization changed. The account is a subject, so that its open pages look again.</summary>
public abstract record AccessEvent(Guid MemberId, Guid NppoId, Guid? UserId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects =>
        UserId is { } user ? [.. base.Subjects, new(SubjectKinds.Account, user)] : base.Subjects;
}

/// <summary>A person may do nothing any more in an organization, for a while or for good.</summary>
public abstract record AccessEnded(Guid MemberId, Guid NppoId, Guid? UserId, Actor Actor, DateTime OccurredAt)
    : AccessEvent(MemberId, NppoId, UserId, Actor, OccurredAt);

public sealed record MemberRoleChanged(
    Guid MemberId, Guid NppoId, Guid? UserId, NppoRole From, NppoRole To, DateOnly? LastDayBefore, DateOnly? LastDay, Actor Actor,
    DateTime OccurredAt)
    : AccessEvent(MemberId, NppoId, UserId, Actor, OccurredAt)
{
    public const string Name = "member.role-changed";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>
    {
        ["from"] = EventFact.Term(From),
        ["to"] = EventFact.Term(To),
        ["lastDay"] = EventFact.Day(LastDay),
        [$"lastDay{Before}"] = EventFact.Day(LastDayBefore),
    };
}

public sealed record MemberReactivated(Guid MemberId, Guid NppoId, Guid? UserId, NppoRole Role, Actor Actor, DateTime OccurredAt)
    : AccessEvent(MemberId, NppoId, UserId, Actor, OccurredAt)
{
    public const string Name = "member.reactivated";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact> { ["role"] = EventFact.Term(Role) };
}

public sealed record MemberSuspended(Guid MemberId, Guid NppoId, Guid? UserId, SuspensionReason Reason, Actor Actor, DateTime OccurredAt)
    : AccessEnded(MemberId, NppoId, UserId, Actor, OccurredAt)
{
    public const string Name = "member.suspended";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["reason"] = EventFact.Term(Reason) };
}

public sealed record MemberRemoved(Guid MemberId, Guid NppoId, Guid? UserId, Actor Actor, DateTime OccurredAt)
    : AccessEnded(MemberId, NppoId, UserId, Actor, OccurredAt)
{
    public const string Name = "member.removed";

    public override string Code => Name;
}

public sealed record MemberLeft(Guid MemberId, Guid NppoId, Guid? UserId, Actor Actor, DateTime OccurredAt)
    : AccessEnded(MemberId, NppoId, UserId, Actor, OccurredAt)
{
    public const string Name = "member.left";

    public override string Code => Name;
}

public sealed record RoleEndReminded(Guid MemberId, Guid NppoId, DateOnly LastDay, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.role-end-reminded";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["lastDay"] = EventFact.Day(LastDay) };
}

/// <summary>A role went on after its last day, because the organization has no other administrator.</summary>
public sealed record RoleEndHeld(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.role-end-held";

    public override string Code => Name;
}
