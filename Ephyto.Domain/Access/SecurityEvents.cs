using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

/// <summary>What happened at the door of an account, so and so often within a day.</summary>
/// <param name="UserId">Whose account.</param>
/// <param name="Count">How often so far.</param>
/// <param name="Organizations">Of whose history it is a part: the first one's entry, found by the others.</param>
/// <param name="Actor">Nobody who is known, but where somebody signed in did it.</param>
/// <param name="OccurredAt">The last time.</param>
public abstract record SecurityEvent(Guid UserId, int Count, IReadOnlyList<Guid> Organizations, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    /// <summary>The first one, to whose history it belongs.</summary>
    public Guid? NppoId => Organizations is [var first, ..] ? first : null;

    public override IReadOnlyList<SubjectRef> Subjects =>
        [new(SubjectKinds.Account, UserId), .. Organizations.Select(id => new SubjectRef(SubjectKinds.Nppo, id))];

    // The sentence itself says the number.
    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["reason"] = EventFact.Number(Count) };
}

public sealed record SignInsFailed(Guid UserId, int Count, IReadOnlyList<Guid> Organizations, DateTime OccurredAt)
    : SecurityEvent(UserId, Count, Organizations, Actor.Anonymous, OccurredAt)
{
    public const string Name = "account.sign-ins-failed";

    public override string Code => Name;
}

public sealed record CodesRefused(Guid UserId, int Count, IReadOnlyList<Guid> Organizations, DateTime OccurredAt)
    : SecurityEvent(UserId, Count, Organizations, Actor.Anonymous, OccurredAt)
{
    public const string Name = "account.codes-refused";

    public override string Code => Name;
}

/// <summary>Somebody asked for what they have no right to; with an organization, for what is that organization's.</summary>
public sealed record RightsRefused(Guid UserId, int Count, IReadOnlyList<Guid> Organizations, DateTime OccurredAt)
    : SecurityEvent(UserId, Count, Organizations, Actor.User(UserId), OccurredAt)
{
    public const string Name = "account.rights-refused";

    public override string Code => Name;
}

/// <summary>So many wrong passwords that further ones are not looked at for a while. The owner is told.</summary>
public sealed record SignInsHeldBack(Guid UserId, IReadOnlyList<Guid> Organizations, DateTime OccurredAt)
    : CredentialEvent(UserId, Actor.Anonymous, OccurredAt)
{
    public Guid? NppoId => Organizations is [var first, ..] ? first : null;

    public const string Name = "account.sign-ins-held-back";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects =>
        [.. base.Subjects, .. Organizations.Select(id => new SubjectRef(SubjectKinds.Nppo, id))];
}

/// <summary>Somebody knows the password, and tries codes. The owner is told.</summary>
public sealed record CodesHeldBack(Guid UserId, IReadOnlyList<Guid> Organizations, DateTime OccurredAt)
    : CredentialEvent(UserId, Actor.Anonymous, OccurredAt)
{
    public Guid? NppoId => Organizations is [var first, ..] ? first : null;

    public const string Name = "account.codes-held-back";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects =>
        [.. base.Subjects, .. Organizations.Select(id => new SubjectRef(SubjectKinds.Nppo, id))];
}
