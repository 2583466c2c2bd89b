using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Members;

public abstract record MemberEvent(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Member, MemberId), new(SubjectKinds.Nppo, NppoId)];
}

/// <summary>The confirmation of a registration made its representative the initial administrator.</summary>
public sealed record InitialAdministratorAppointed(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.initial-administrator-appointed";

    public override string Code => Name;

    /// <summary>Where the person has an account already.</summary>
    public Guid? UserId { get; init; }

    public override IReadOnlyList<SubjectRef> Subjects =>
        UserId is { } user ? [.. base.Subjects, new(SubjectKinds.Account, user)] : base.Subjects;
}

public sealed record MemberInvited(Guid MemberId, Guid NppoId, NppoRole Role, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.invited";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact> { ["role"] = EventFact.Term(Role) };
}

public sealed record JoinRequested(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.join-requested";

    public override string Code => Name;

    /// <summary>Whether the administrators are written to.</summary>
    public bool Tell { get; init; } = true;
}

/// <summary>Nobody answered, and it gave way to newer ones.</summary>
public sealed record JoinMadeRoom(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.join-made-room";

    public override string Code => Name;
}

public sealed record JoinRefused(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.join-refused";

    public override string Code => Name;
}

public sealed record MemberActivated(Guid MemberId, Guid NppoId, Guid UserId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.activated";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [.. base.Subjects, new(SubjectKinds.Account, UserId)];
}

public sealed record InvitationCancelled(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.invitation-cancelled";

    public override string Code => Name;
}

public sealed record InvitationCorrected(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.invitation-corrected";

    public override string Code => Name;
}

public sealed record InvitationExpired(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.invitation-expired";

    public override string Code => Name;
}

public sealed record MemberEmailChanged(Guid MemberId, Guid NppoId, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.email-changed";

    public override string Code => Name;
}

/// <summary>The person left, and took name and address along.</summary>
/// <param name="MemberId">The membership.</param>
/// <param name="NppoId">Of which organization.</param>
/// <param name="EndedNow">Whether the membership had not ended before.</param>
/// <param name="Actor">The person.</param>
/// <param name="OccurredAt">When.</param>
public sealed record MemberErased(Guid MemberId, Guid NppoId, bool EndedNow, Actor Actor, DateTime OccurredAt)
    : MemberEvent(MemberId, NppoId, Actor, OccurredAt)
{
    public const string Name = "member.erased";

    public override string Code => Name;
}
