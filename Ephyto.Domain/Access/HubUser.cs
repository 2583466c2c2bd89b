using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

/// <summary>A person of UNICC or the IPPC Secretariat with a role in the hub. The id is the account's.</summary>
public sealed class HubUser : AggregateRoot
{
    private HubUser()
    {
    }

    public HubRole Role { get; private set; }

    public bool IsActive { get; private set; }

    public DateTime Since { get; private set; }

    public static HubUser Appoint(Guid userId, HubRole role, Actor actor, DateTime now)
    {
        var user = new HubUser { Id = userId, Role = role, IsActive = true, Since = now };
        user.Raise(new HubUserAppointed(userId, role, actor, now));
        return user;
    }
}

public sealed record HubUserAppointed(Guid UserId, HubRole Role, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override string Code => "hub-user.appointed";

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.HubUser, UserId)];

    public override IReadOnlyDictionary<string, string?> Facts => new Dictionary<string, string?> { ["role"] = Role.ToString() };
}
