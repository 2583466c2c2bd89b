namespace Ephyto.Domain.Common;

public enum ActorKind
{
    /// <summary>The console itself: the clock, the dispatcher, the start-up.</summary>
    System,

    /// <summary>A representative before there is an account, known by a link.</summary>
    Applicant,

    /// <summary>The official contact point of a country, known by a link.</summary>
    ContactPoint,

    /// <summary>Somebody who followed an activation or invitation link.</summary>
    Invitee,

    /// <summary>A person signed in with an account.</summary>
    User,

    /// <summary>Anybody: no link, no account.</summary>
    Anonymous,
}

/// <summary>
/// Who acts. It says who, never what they may do: rights are read from the store at every act,
/// so that one taken away is gone at once.
/// </summary>
/// <param name="Kind">In which capacity.</param>
/// <param name="Id">The account, contact point, registration or member behind the capacity; empty for the system.</param>
public sealed record Actor(ActorKind Kind, Guid Id)
{
    public static Actor System { get; } = new(ActorKind.System, Guid.Empty);

    public static Actor Anonymous { get; } = new(ActorKind.Anonymous, Guid.Empty);

    public static Actor User(Guid userId) => new(ActorKind.User, userId);

    public static Actor Applicant(Guid registrationId) => new(ActorKind.Applicant, registrationId);

    public static Actor ContactPoint(Guid contactPointId) => new(ActorKind.ContactPoint, contactPointId);

    public static Actor Invitee(Guid memberId) => new(ActorKind.Invitee, memberId);
}
