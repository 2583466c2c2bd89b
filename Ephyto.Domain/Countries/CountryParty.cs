using Ephyto.Domain.Common;

namespace Ephyto.Domain.Countries;

/// <summary>
/// How a country stands to the Convention, as the hub entered it. As long as the hub entered nothing, what the console was delivered
/// with counts (<see cref="Country.Party"/>).
/// </summary>
public sealed class CountryParty : AggregateRoot
{
    private CountryParty()
    {
    }

    /// <summary>Unique in the store.</summary>
    public string CountryCode { get; private set; } = "";

    public PartyStatus Status { get; private set; }

    public string? TerritoryOf { get; private set; }

    public DateTime Since { get; private set; }

    public Party Party => new(Status, TerritoryOf);

    /// <summary>The first entry of the hub.</summary>
    /// <param name="countryCode">Two letters.</param>
    /// <param name="before">What counted until now.</param>
    /// <param name="party">What counts from now.</param>
    /// <param name="actor">Who enters it.</param>
    /// <param name="now">UTC.</param>
    public static Result<CountryParty> Enter(string countryCode, Party before, Party party, Actor actor, DateTime now)
    {
        var entry = new CountryParty
        {
            Id = Guid.CreateVersion7(),
            CountryCode = countryCode,
            Status = before.Status,
            TerritoryOf = before.TerritoryOf,
            Since = now,
        };
        return entry.Change(party, actor, now).Error is { } refusal ? refusal : entry;
    }

    /// <summary>From now on it stands otherwise. What says the same as before changes nothing.</summary>
    public Result Change(Party party, Actor actor, DateTime now)
    {
        if ((party.Status == PartyStatus.Territory) != (party.TerritoryOf is not null)) return CountryPartyErrors.TerritoryOfWhom;
        if (party.TerritoryOf == CountryCode) return CountryPartyErrors.TerritoryOfItself;
        if (party == Party) return Result.Success();

        Raise(new PartyChanged(Id, CountryCode, Status, TerritoryOf, party.Status, party.TerritoryOf, actor, now));
        (Status, TerritoryOf, Since) = (party.Status, party.TerritoryOf, now);
        return Result.Success();
    }
}

public static class CountryPartyErrors
{
    public static readonly DomainError TerritoryOfWhom =
        new("country.territory-of-whom", "Choose the country that answers for the territory, and none for a State.");

    public static readonly DomainError TerritoryOfItself = new("country.territory-of-itself", "A territory is one of another country.");
}

/// <param name="From">The status before.</param>
/// <param name="TerritoryOfBefore">Of which country it was a territory; null where it was none.</param>
public sealed record PartyChanged(
    Guid CountryPartyId, string CountryCode, PartyStatus From, string? TerritoryOfBefore, PartyStatus Status, string? TerritoryOf,
    Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "country.party-changed";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Country, CountryPartyId)];

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>
    {
        ["country"] = EventFact.Country(CountryCode),
        ["party"] = EventFact.Term(Status),
        [$"party{Before}"] = EventFact.Term(From),
        ["territoryOf"] = new(FactKind.Country, TerritoryOf),
        [$"territoryOf{Before}"] = new(FactKind.Country, TerritoryOfBefore),
    };
}
