using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Countries;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.ContactPoints;

/// <summary>The hub says how a country stands to the Convention.</summary>
public abstract class PartyTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly Party No = new(PartyStatus.NotParty);
    private static readonly Party Yes = new(PartyStatus.ContractingParty);

    [Fact]
    public async Task A_change_stands_in_the_directory_with_its_trace()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        Assert.Equal((No, null, null), await FileAsync(officer, "VA"));

        Assert.True((await ChangeAsync(officer, "VA", No, Yes)).IsSuccess);
        Host.Time.Advance(TimeSpan.FromDays(1));
        Assert.True((await ChangeAsync(officer, "VA", Yes, new(PartyStatus.Territory, "IT"))).IsSuccess);

        var (party, id, since) = await FileAsync(officer, "VA");
        Assert.Equal((new Party(PartyStatus.Territory, "IT"), Host.Now()), (party, since));
        var trace = await Host.StoreAsync(db => db.Set<AuditEntry>().Where(entry => entry.SubjectId == id).OrderBy(entry => entry.Sequence)
            .ToListAsync());
        Assert.Equal([(PartyChanged.Name, officer.Id), (PartyChanged.Name, officer.Id)], trace.Select(line => (line.Code, line.ActorId)));
        Assert.All(trace, line => Assert.Equal(SubjectKinds.Country, line.SubjectKind));
    }

    [Fact]
    public async Task What_says_the_same_leaves_nothing_behind()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);

        Assert.True((await ChangeAsync(officer, "VA", No, No)).IsSuccess);

        Assert.Equal(0, await Host.StoreAsync(db => db.Set<CountryParty>().CountAsync()));
    }

    [Fact]
    public async Task Of_two_officers_the_second_is_told()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        await ChangeAsync(officer, "VA", No, Yes);

        Assert.Equal(AccessErrors.ChangedMeanwhile, (await ChangeAsync(officer, "VA", No, Party.NotKnown)).Error);
        Assert.Equal(Yes, (await FileAsync(officer, "VA")).Party);
    }

    [Theory]
    [InlineData("VA", PartyStatus.Territory, "XX", "country.territory-of-whom")]
    [InlineData("VA", PartyStatus.Territory, null, "country.territory-of-whom")]
    [InlineData("VA", PartyStatus.Territory, "VA", "country.territory-of-itself")]
    [InlineData("XX", PartyStatus.NotKnown, null, "access.not-found")]
    public async Task What_cannot_be_is_refused(string country, PartyStatus status, string? of, string refusal)
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);

        Assert.Equal(refusal, (await ChangeAsync(officer, country, No, new(status, of))).Error?.Code);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<CountryParty>().CountAsync()));
    }

    [Fact]
    public async Task The_list_and_its_file_say_it_and_the_list_is_filtered_by_it()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        await Host.AddAsync(Host.Contact("EU", "Plant health"), Host.Contact("MQ", "Local"));
        await ChangeAsync(officer, "VA", No, Yes);

        var parties = await Host.Get<ListContactPoints>()
            .HandleAsync(new(null, null, false, 1, Size: 300, Party: PartyStatus.ContractingParty), officer, default);
        var file = await Host.Get<ExportContactPoints>().HandleAsync(new(new(null, null, false, 1), false), officer, default);

        Assert.Equal(184, parties.Value.Total);
        Assert.Contains(parties.Value.Items, row => row.Country.Code == "VA");
        Assert.Equal(["EU yes", "MQ territory of FR"],
            file.Value.Select(row => $"{row.Country.Code} {PartyCell.Write(row.Party)}").Order());
    }

    private Task<Result> ChangeAsync(Actor actor, string country, Party seen, Party party) =>
        Host.Get<ChangeParty>().HandleAsync(new(country, seen, party), actor, default);

    private async Task<(Party Party, Guid? Id, DateTime? Since)> FileAsync(Actor actor, string country)
    {
        var file = (await Host.Get<ViewContactPoint>().HandleAsync(new(country), actor, default)).Value;
        return (file.Party, file.PartyId, file.PartySince);
    }
}

public sealed class PartiesOnSqlite() : PartyTests(DatabaseKind.Sqlite);

public sealed class PartiesOnPostgreSql() : PartyTests(DatabaseKind.PostgreSql);
