using Ephyto.Domain.Common;

namespace Ephyto.Domain.ContactPoints;

public enum ContactPointKind
{
    /// <summary>Of a contracting party (IPPC, Art. VIII.2): may confirm alone.</summary>
    OfficialContactPoint,

    /// <summary>Of a State that is not a contracting party: cannot confirm alone.</summary>
    InformationPoint,

    /// <summary>Of a dependent territory: cannot confirm alone.</summary>
    LocalContact,
}

/// <summary>What the directory holds of a contact. Texts are trimmed; only name and e-mail are mandatory.</summary>
public sealed record ContactPointDetails(
    ContactPointKind Kind, string Prefix, string GivenName, string FamilyName, string JobTitle, string Organization,
    string Address, string Phone, string Email, string PreferredLanguage)
{
    public string FullName => PersonName.Of(Prefix, GivenName, FamilyName);
}

/// <summary>
/// One entry of the Secretariat's directory, valid from a moment until another replaces it: the entries of a country,
/// in order, are its history. An entry is never rewritten, so a decision keeps the identity it was made under.
/// </summary>
public sealed class ContactPoint : AggregateRoot
{
    private ContactPoint()
    {
    }

    public string CountryCode { get; private set; } = "";

    public ContactPointDetails Details { get; private set; } = null!;

    public DateTime ValidFrom { get; private set; }

    public DateTime? ValidTo { get; private set; }

    /// <summary>When a list that was laid over the directory named it, last, and had nothing to change; null where none did.</summary>
    public DateTime? AffirmedAt { get; private set; }

    /// <summary>Since when nobody has said that it is right.</summary>
    public DateTime AsOf => AffirmedAt ?? ValidFrom;

    /// <summary>The country while the entry is valid, else null: unique in the store, so a country has one contact at a time.</summary>
    public string? CurrentCountryCode { get; private set; }

    public bool MayConfirmAlone => Details.Kind == ContactPointKind.OfficialContactPoint;

    public static ContactPoint Enter(string countryCode, ContactPointDetails details, Actor actor, DateTime now)
    {
        var entry = new ContactPoint
        {
            Id = Guid.CreateVersion7(),
            CountryCode = countryCode,
            CurrentCountryCode = countryCode,
            Details = details,
            ValidFrom = now,
        };
        entry.Raise(new ContactPointEntered(entry.Id, countryCode, actor, now));
        return entry;
    }

    /// <summary>A newer list says the same.</summary>
    public void Affirm(Actor actor, DateTime now)
    {
        if (ValidTo is not null) return;
        AffirmedAt = now;
        Raise(new ContactPointAffirmed(Id, CountryCode, actor, now));
    }

    /// <summary>Ends this entry. The next one, if any, is entered in the same save.</summary>
    public void End(Actor actor, DateTime now)
    {
        if (ValidTo is not null) return;
        (ValidTo, CurrentCountryCode) = (now, null);
        Raise(new ContactPointEnded(Id, CountryCode, actor, now));
    }
}

public sealed record ContactPointEntered(Guid ContactPointId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "contact-point.entered";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.ContactPoint, ContactPointId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["country"] = EventFact.Country(CountryCode) };
}

public sealed record ContactPointAffirmed(Guid ContactPointId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "contact-point.affirmed";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.ContactPoint, ContactPointId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["country"] = EventFact.Country(CountryCode) };
}

public sealed record ContactPointEnded(Guid ContactPointId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "contact-point.ended";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.ContactPoint, ContactPointId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["country"] = EventFact.Country(CountryCode) };
}
