using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Common;
using Ephyto.Domain.Countries;

namespace Ephyto.AdminConsole.Tests.Platform.Countries;

public sealed class CountryCatalogueTests
{
    private readonly CountryCatalogue _countries = new();

    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("england", "GB")]
    [InlineData("Royaume-Uni", "GB")]
    [InlineData("Великобритания", "GB")]
    [InlineData("英国", "GB")]
    [InlineData("Laos", "LA")]
    [InlineData("Ivory Coast", "CI")]
    [InlineData("Costa de Marfil", "CI")]
    [InlineData("South Korea", "KR")]
    [InlineData("Corée du Nord", "KP")]
    [InlineData("Turquie", "TR")]
    [InlineData("ЮАР", "ZA")]
    [InlineData("南非共和国", "ZA")]
    [InlineData("سريلانكا", "LK")]
    [InlineData("المالديف", "MV")]
    [InlineData("جزر المالديف", "MV")]
    [InlineData("بيلاروسيا", "BY")]
    [InlineData("قرغيزستان", "KG")]
    [InlineData("ساو تومي", "ST")]
    [InlineData("نيوزيلاندا", "NZ")]
    [InlineData("纽西兰", "NZ")]
    [InlineData("衣索比亚", "ET")]
    [InlineData("巴新", "PG")]
    [InlineData("Democratic Republic of Congo", "CD")]
    [InlineData("RDP Lao", "LA")]
    [InlineData("Cote divoire", "CI")]
    [InlineData("Misr", "EG")]
    [InlineData("Turkey", "TR")]
    [InlineData("Viêt Nam", "VN")]
    [InlineData("Vietnam", "VN")]
    [InlineData("RDC", "CD")]
    [InlineData("Congo-Brazzaville", "CG")]
    [InlineData("Birmanie", "MM")]
    [InlineData("Burma", "MM")]
    [InlineData("Swaziland", "SZ")]
    [InlineData("Holland", "NL")]
    [InlineData("UAE", "AE")]
    [InlineData("U.S.A.", "US")]
    [InlineData("США", "US")]
    [InlineData("أمريكا", "US")]
    [InlineData("Россия", "RU")]
    [InlineData("روسيا", "RU")]
    [InlineData("Cape Verde", "CV")]
    [InlineData("Czech Republic", "CZ")]
    [InlineData("East Timor", "TL")]
    [InlineData("Bolivia", "BO")]
    [InlineData("Tanzanie", "TZ")]
    [InlineData("Iran", "IR")]
    [InlineData("Syrie", "SY")]
    [InlineData("Palestina", "PS")]
    [InlineData("Macedonia", "MK")]
    [InlineData("Молдавия", "MD")]
    [InlineData("EU", "EU")]
    [InlineData("union européenne", "EU")]
    [InlineData("Европейский союз", "EU")]
    public void A_name_people_use_finds_its_country_first(string typed, string code) =>
        Assert.Equal(code, _countries.Search(typed)[0].Code);

    [Fact]
    public void A_name_on_the_lists_stays_its_countrys_and_one_that_means_two_is_known_to_mean_two()
    {
        var lines = _countries.ForPicker("en").Split('\n').Select(line => line.Split('\t')).ToList();
        var meant = lines.SelectMany(line => line[2].Split('|').Select(key => (Key: key, Code: line[0])))
            .ToLookup(pair => pair.Key, pair => pair.Code);

        var chosen = _countries.All.Where(country => country.MayTakePart).ToList();
        Assert.Equal(chosen.Count, lines.Count);
        Assert.All(chosen.SelectMany(country => country.Names.Values.Append(country.Code).Append(country.Iso3).Where(name => name != ""),
            (country, name) => (country.Code, Key: FoldedText.Of(name))),
            name => Assert.Contains(name.Code, meant[name.Key]));
        Assert.Equal(
            ["congo: CD CG", "corea: KP KR", "coree: KP KR", "iles vierges: VG VI", "islas virgenes: VG VI", "korea: KP KR",
                "saint martin: MF SX", "san martin: MF SX", "virgin islands: VG VI"],
            meant.Where(pair => pair.Distinct().Count() > 1 && pair.Key.All(c => c is ' ' or (>= 'a' and <= 'z')))
                .Select(pair => $"{pair.Key}: {string.Join(' ', pair.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nobody_chooses_Antarctica_and_everybody_may_choose_the_European_Union()
    {
        var codes = _countries.ForPicker("fr").Split('\n').Select(line => line.Split('\t')[0]).ToList();

        Assert.Contains("EU", codes);
        Assert.DoesNotContain("AQ", codes);
        Assert.Equal(["AQ"], _countries.All.Where(country => !country.MayTakePart).Select(country => country.Code));
    }

    [Theory]
    [InlineData("EU", PartyStatus.ContractingParty, null)]
    [InlineData("CI", PartyStatus.ContractingParty, null)]
    [InlineData("CK", PartyStatus.ContractingParty, null)]
    [InlineData("VA", PartyStatus.NotParty, null)]
    [InlineData("RE", PartyStatus.Territory, "FR")]
    [InlineData("SO", PartyStatus.NotKnown, null)]
    public void Each_country_is_delivered_with_how_it_stands_to_the_Convention(string code, PartyStatus status, string? of) =>
        Assert.Equal(new Party(status, of), _countries.Find(code)!.Party);

    [Fact]
    public void A_territory_is_one_of_a_contracting_party()
    {
        Assert.Equal(183, _countries.All.Count(country => country.Party.IsContractingParty));
        Assert.All(_countries.All.Where(country => country.Party.Status == PartyStatus.Territory),
            territory => Assert.True(_countries.Find(territory.Party.TerritoryOf)!.Party.IsContractingParty, territory.Code));
    }
}
