using Ephyto.Domain.Common;

namespace Ephyto.Domain.Registrations;

public abstract record RegistrationEvent(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Registration, RegistrationId)];

    public override IReadOnlyDictionary<string, EventFact> Facts => Because is { } because
        ? new Dictionary<string, EventFact> { ["country"] = EventFact.Country(CountryCode), ["reason"] = because }
        : new Dictionary<string, EventFact> { ["country"] = EventFact.Country(CountryCode) };

    /// <summary>The coded reason or number that belongs to the event, for its history.</summary>
    public string? Reason => Because?.Value;

    /// <summary>The same for the audit.</summary>
    protected virtual EventFact? Because => null;
}

public sealed record RegistrationSubmitted(Guid RegistrationId, string CountryCode, RegistrationKind Kind, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.submitted";

    public override string Code => Name;

    protected override EventFact? Because => Kind == RegistrationKind.Membership ? null : EventFact.Term(Kind);
}

/// <summary>The applicant asked for another verification message.</summary>
public sealed record VerificationResent(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.verification-resent";

    public override string Code => Name;
}

public sealed record EmailVerified(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.email-verified";

    public override string Code => Name;
}

public enum AskingReason
{
    Verified,
    Answered,
    Refreshed,
    SentBack,
    Resent,

    /// <summary>The entry changed but for its address: the new link goes where the old one went.</summary>
    Relinked,
}

/// <summary>The contact point is to be written to, with a new link.</summary>
public sealed record ContactPointAsked(
    Guid RegistrationId, string CountryCode, Guid ContactPointId, AskingReason Why, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.contact-point-asked";

    public override string Code => Name;

    protected override EventFact? Because => EventFact.Term(Why);

    public override IReadOnlyList<SubjectRef> AlsoAbout => [new(SubjectKinds.ContactPoint, ContactPointId)];
}

/// <param name="Number">1 for the first reminder.</param>
public sealed record ContactPointReminded(
    Guid RegistrationId, string CountryCode, Guid ContactPointId, int Number, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.contact-point-reminded";

    public override string Code => Name;

    protected override EventFact? Because => EventFact.Number(Number);

    public override IReadOnlyList<SubjectRef> AlsoAbout => [new(SubjectKinds.ContactPoint, ContactPointId)];
}

public sealed record RegistrationConfirmed(Guid RegistrationId, string CountryCode, bool SelfConfirmed, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.confirmed";

    public override string Code => Name;

    protected override EventFact? Because => SelfConfirmed ? EventFact.Code("SelfConfirmed") : null;
}

public sealed record RegistrationDeclined(Guid RegistrationId, string CountryCode, DeclineReason Why, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.declined";

    public override string Code => Name;

    protected override EventFact? Because => EventFact.Term(Why);
}

public sealed record QuestionAsked(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.question-asked";

    public override string Code => Name;
}

public sealed record QuestionAnswered(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.question-answered";

    public override string Code => Name;
}

public sealed record RegistrationEscalated(Guid RegistrationId, string CountryCode, EscalationReason Why, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.escalated";

    public override string Code => Name;

    protected override EventFact? Because => EventFact.Term(Why);
}

/// <param name="TellContactPoint">Whether the contact point, who has a message about it, is told.</param>
public sealed record RegistrationWithdrawn(Guid RegistrationId, string CountryCode, bool TellContactPoint, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.withdrawn";

    public override string Code => Name;
}

public sealed record RegistrationExpired(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.expired";

    public override string Code => Name;
}

/// <summary>Another registration of the country was verified while this one waits for it.</summary>
public sealed record AnotherVerified(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.another-verified";

    public override string Code => Name;
}

/// <summary>The registration that was verified first has ended unconfirmed: this one may be verified.</summary>
public sealed record TurnCame(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.turn-came";

    public override string Code => Name;
}

/// <summary>Its applicant verified another one of the same country.</summary>
public sealed record RegistrationReplaced(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.replaced";

    public override string Code => Name;
}

/// <summary>Unverified, it ended before its time for newer ones.</summary>
public sealed record RegistrationMadeRoom(Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : RegistrationEvent(RegistrationId, CountryCode, Actor, OccurredAt)
{
    public const string Name = "registration.made-room";

    public override string Code => Name;
}
