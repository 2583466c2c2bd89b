using Ephyto.Domain.Common;
using Ephyto.Domain.Countries;

namespace Ephyto.AdminConsole.Tests.DomainModel.Countries;

/// <summary>How a country stands to the Convention.</summary>
public sealed class CountryPartyTests
{
    private static readonly DateTime Then = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Party Member = new(PartyStatus.ContractingParty);
    private static readonly Party OfFrance = new(PartyStatus.Territory, "FR");

    [Fact]
    public void The_first_entry_tells_what_counted_before_it()
    {
        var entry = CountryParty.Enter("VA", new(PartyStatus.NotParty), Member, Actor.System, Then).Value;

        Assert.Equal(("VA", Member, Then), (entry.CountryCode, entry.Party, entry.Since));
        var changed = Assert.IsType<PartyChanged>(Assert.Single(entry.DomainEvents));
        Assert.Equal((PartyStatus.NotParty, PartyStatus.ContractingParty, "VA"), (changed.From, changed.Status, changed.CountryCode));
        Assert.Equal(("country.party-changed", SubjectKinds.Country, entry.Id),
            (changed.Code, changed.Subjects.Single().Kind, changed.Subjects.Single().Id));
        Assert.Equal(("ContractingParty", "NotParty", "VA"),
            (changed.Facts["party"].Value, changed.Facts["party.before"].Value, changed.Facts["country"].Value));
    }

    [Fact]
    public void A_territory_says_of_which_country_and_what_it_was_before()
    {
        var entry = CountryParty.Enter("MQ", Party.NotKnown, OfFrance, Actor.System, Then).Value;

        Assert.True(entry.Change(new(PartyStatus.Territory, "GB"), Actor.System, Then.AddDays(1)).IsSuccess);

        Assert.Equal((new Party(PartyStatus.Territory, "GB"), Then.AddDays(1)), (entry.Party, entry.Since));
        var facts = entry.DomainEvents[^1].Facts;
        Assert.Equal(("GB", "FR"), (facts["territoryOf"].Value, facts["territoryOf.before"].Value));
    }

    [Fact]
    public void What_says_the_same_changes_nothing()
    {
        var entry = CountryParty.Enter("MQ", Party.NotKnown, OfFrance, Actor.System, Then).Value;

        Assert.True(entry.Change(OfFrance with { }, Actor.System, Then.AddDays(1)).IsSuccess);

        Assert.Equal((Then, 1), (entry.Since, entry.DomainEvents.Count));
    }

    [Theory]
    [InlineData(PartyStatus.Territory, null, "country.territory-of-whom")]
    [InlineData(PartyStatus.NotParty, "FR", "country.territory-of-whom")]
    [InlineData(PartyStatus.Territory, "MQ", "country.territory-of-itself")]
    public void A_territory_has_one_other_country_and_a_State_has_none(PartyStatus status, string? of, string refusal)
    {
        var entry = CountryParty.Enter("MQ", Party.NotKnown, OfFrance, Actor.System, Then).Value;

        Assert.Equal(refusal, entry.Change(new(status, of), Actor.System, Then.AddDays(1)).Error?.Code);
        Assert.Equal(refusal, CountryParty.Enter("MQ", Party.NotKnown, new(status, of), Actor.System, Then).Error?.Code);
        Assert.Equal(OfFrance, entry.Party);
    }

    [Theory]
    [InlineData(PartyStatus.ContractingParty, true)]
    [InlineData(PartyStatus.NotParty, false)]
    [InlineData(PartyStatus.NotKnown, false)]
    public void One_status_alone_is_that_of_a_contracting_party(PartyStatus status, bool isOne) =>
        Assert.Equal(isOne, new Party(status).IsContractingParty);
}
