using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

/// <summary>Why a session is over.</summary>
public enum SessionEnd
{
    SignedOut,

    /// <summary>The person ended it from another browser.</summary>
    EndedElsewhere,

    /// <summary>Somebody signed in anew in the same browser.</summary>
    Replaced,

    /// <summary>A password, second factor or address changed.</summary>
    CredentialChanged,

    SecondFactorReset,
    AccountErased,
}

/// <summary>A person signed in at one browser, from the sign-in to its end. The browser's cookie names it.</summary>
public sealed class UserSession : AggregateRoot
{
    private UserSession()
    {
    }

    public Guid UserId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>To the minute, roughly.</summary>
    public DateTime LastSeenAt { get; private set; }

    /// <summary>Such as "Firefox, Windows".</summary>
    public string Browser { get; private set; } = "";

    /// <summary>Without its last part, which would name one machine.</summary>
    public string Address { get; private set; } = "";

    public DateTime? EndedAt { get; private set; }

    public SessionEnd? EndReason { get; private set; }

    public static UserSession Begin(Guid userId, string browser, string address, DateTime now)
    {
        var session = new UserSession { Id = Guid.CreateVersion7(), UserId = userId, CreatedAt = now, LastSeenAt = now, Browser = browser,
            Address = address };
        session.Raise(new SessionBegun(userId, now));
        return session;
    }

    /// <summary>Its person did something. No event: it is no act of anybody towards anybody.</summary>
    public void See(DateTime now) => LastSeenAt = now;

    /// <summary>Ending it twice changes nothing.</summary>
    public void End(SessionEnd reason, Actor actor, DateTime now)
    {
        if (EndedAt is not null) return;
        (EndedAt, EndReason) = (now, reason);
        Raise(new SessionEnded(UserId, reason, actor, now));
    }

    /// <summary>The moment it ends by itself if nothing more is done in it.</summary>
    public DateTime EndsAt(TimeSpan idle, TimeSpan absolute)
    {
        var (untilIdle, atLatest) = (LastSeenAt + idle, CreatedAt + absolute);
        return untilIdle < atLatest ? untilIdle : atLatest;
    }

    public bool IsOpenAt(DateTime now, TimeSpan idle, TimeSpan absolute) => EndedAt is null && now < EndsAt(idle, absolute);
}

public sealed record SessionBegun(Guid UserId, DateTime OccurredAt) : DomainEvent(Actor.User(UserId), OccurredAt)
{
    public const string Name = "account.signed-in";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Account, UserId)];
}

public sealed record SessionEnded(Guid UserId, SessionEnd Reason, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "account.session-ended";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Account, UserId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["reason"] = EventFact.Term(Reason) };
}
