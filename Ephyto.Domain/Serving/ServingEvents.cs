using Ephyto.Domain.Common;

namespace Ephyto.Domain.Serving;

/// <param name="ServingId">Which.</param>
/// <param name="NppoId">Whose connection it is.</param>
/// <param name="ServedNppoId">The organization of the served country; null where none is a member.</param>
/// <param name="CountryCode">The served country.</param>
/// <param name="Connection">The code of the connection.</param>
public abstract record ServingEvent(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => ServedNppoId is { } served
        ? [new(SubjectKinds.Serving, ServingId), new(SubjectKinds.Nppo, NppoId), new(SubjectKinds.Nppo, served)]
        : [new(SubjectKinds.Serving, ServingId), new(SubjectKinds.Nppo, NppoId)];

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>
    {
        ["country"] = EventFact.Country(CountryCode),
        ["connection"] = EventFact.Words(Connection),
    };
}

/// <summary>The contact point of the country is asked: for the first time, again, or as the new one.</summary>
public sealed record ServingAsked(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, Guid ContactPointId, Actor Actor,
    DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.asked";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> AlsoAbout => [new(SubjectKinds.ContactPoint, ContactPointId)];
}

/// <summary>While the country is served, the directory has another contact point for it.</summary>
public sealed record ServingContactTold(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, Guid ContactPointId, Actor Actor,
    DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.contact-told";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> AlsoAbout => [new(SubjectKinds.ContactPoint, ContactPointId)];
}

/// <param name="SelfConfirmed">The address of the contact point is that of the person who asked.</param>
public sealed record ServingConfirmed(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, bool SelfConfirmed, Actor Actor,
    DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.confirmed";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact>(base.Facts) { ["selfConfirmed"] = EventFact.YesNo(SelfConfirmed) };
}

/// <param name="From">Before.</param>
/// <param name="To">After.</param>
public abstract record ServingExchangeEvent(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, ServedExchange From, ServedExchange To,
    Actor Actor, DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>(base.Facts)
    {
        ["send"] = EventFact.YesNo(To.Sends),
        [$"send{Before}"] = EventFact.YesNo(From.Sends),
        ["receive"] = EventFact.YesNo(To.Receives),
        [$"receive{Before}"] = EventFact.YesNo(From.Receives),
    };
}

/// <summary>What the connection does was changed after the contact point had agreed. It is told of it after a pause.</summary>
public sealed record ServingExchangeChanged(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, ServedExchange From, ServedExchange To,
    Actor Actor, DateTime OccurredAt)
    : ServingExchangeEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, From, To, Actor, OccurredAt)
{
    public const string Name = "serving.exchange-changed";

    public override string Code => Name;
}

/// <summary>The contact point is told what the connection does now, after it was changed or once more.</summary>
public sealed record ServingChangeTold(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, ServedExchange From, ServedExchange To,
    Actor Actor, DateTime OccurredAt)
    : ServingExchangeEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, From, To, Actor, OccurredAt)
{
    public const string Name = "serving.change-told";

    public override string Code => Name;
}

/// <summary>The contact point has agreed to what the connection does now: to more than before.</summary>
public sealed record ServingExchangeAgreed(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, ServedExchange From, ServedExchange To,
    Actor Actor, DateTime OccurredAt)
    : ServingExchangeEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, From, To, Actor, OccurredAt)
{
    public const string Name = "serving.exchange-agreed";

    public override string Code => Name;
}

public sealed record ServingDeclined(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, Actor Actor, DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.declined";

    public override string Code => Name;
}

public sealed record ServingWithdrawn(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, ServingSide By, Actor Actor,
    DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.withdrawn";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact>(base.Facts) { ["side"] = EventFact.Term(By) };
}

/// <param name="EndsOn">The first day on which the country is no longer served.</param>
public sealed record ServingNoticeGiven(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, ServingSide By, DateOnly EndsOn, Actor Actor,
    DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.notice-given";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>(base.Facts)
    {
        ["side"] = EventFact.Term(By),
        ["endsOn"] = EventFact.Day(EndsOn),
    };
}

public sealed record ServingEnded(
    Guid ServingId, Guid NppoId, Guid? ServedNppoId, string CountryCode, string Connection, ServingSide By, Actor Actor,
    DateTime OccurredAt)
    : ServingEvent(ServingId, NppoId, ServedNppoId, CountryCode, Connection, Actor, OccurredAt)
{
    public const string Name = "serving.ended";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact>(base.Facts) { ["side"] = EventFact.Term(By) };
}
