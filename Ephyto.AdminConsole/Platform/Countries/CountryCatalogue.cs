using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsvHelper;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.Countries;

namespace Ephyto.AdminConsole.Platform.Countries;

/// <summary>
/// The countries and areas of the UN lists and the member organizations that are contracting parties by themselves, in memory: found by
/// code, or by what a person types in any of the six languages.
/// </summary>
internal sealed class CountryCatalogue
{
    private readonly Dictionary<string, Country> _byCode;
    private readonly (Country Country, string[] Keys)[] _searchable;
    private readonly (string Code, IReadOnlySet<string> Words)[] _words;
    private readonly ConcurrentDictionary<string, string> _forPickers = new(StringComparer.Ordinal);

    public CountryCatalogue()
    {
        var parties = ReadParties();
        List<Country> countries = [.. Read("countries.csv").Concat(Read("organizations.csv"))
            .Select(country => country with { Party = parties.GetValueOrDefault(country.Code, Party.NotKnown) })];
        _byCode = countries.ToDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase);
        Regions = [.. countries.Select(c => c.Region).Where(region => region.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        var common = ReadCommonNames().ToLookup(line => line.Code, line => line.Name, StringComparer.Ordinal);
        _searchable =
            [.. countries.Select(
                c => (c, c.Names.Values.Append(c.Code).Append(c.Iso3).Concat(common[c.Code]).Where(name => name.Length > 0)
                    .Select(FoldedText.Of).Distinct().ToArray()))];
        _words = [.. _searchable.Select(entry => (entry.Country.Code, SearchWords.Kept(entry.Keys)))];
    }

    public IReadOnlyCollection<Country> All => _byCode.Values;

    /// <summary>The UN regions, such as <c>Africa</c>, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Regions { get; }

    public Country? Find(string? code) => code is not null && _byCode.TryGetValue(code, out var country) ? country : null;

    /// <summary>The name in the reader's language; the code itself for a code that is not on the list.</summary>
    public string NameOf(string code, string? language = null) =>
        Find(code)?.NameIn(language ?? Languages.Current.Code) ?? code;

    /// <summary>As a reader of the current language looks names up.</summary>
    public static StringComparer ByName => StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);

    /// <summary>
    /// Countries of which a name (in any language) or a code contains the text, accents and case aside: exact codes and names
    /// first, then names that begin with it. An empty text gives every country in the order of the reader's language.
    /// </summary>
    public IReadOnlyList<Country> Search(string? text)
    {
        var wanted = FoldedText.Of(text ?? "");
        var language = Languages.Current.Code;
        return [.. _searchable
            .Select(entry => (entry.Country, Rank: RankOf(entry.Keys, wanted)))
            .Where(hit => hit.Rank < int.MaxValue)
            .OrderBy(hit => hit.Rank).ThenBy(hit => hit.Country.NameIn(language), ByName)
            .Select(hit => hit.Country)];
    }

    /// <summary>
    /// The codes of the countries that a person may mean by the text. What holds no letter and no digit names none of them.
    /// </summary>
    public List<string> CodesNamed(string text) => TypedName.HasLetters(text) ? [.. Search(text).Select(country => country.Code)] : [];

    /// <summary>The codes of the countries of which a word of a name, in any language, or a code begins with a folded word.</summary>
    public IEnumerable<string> CodesWithWord(string word) =>
        _words.Where(entry => entry.Words.Any(kept => kept.StartsWith(word, StringComparison.Ordinal))).Select(entry => entry.Code);

    /// <summary>
    /// What a browser needs to find the countries by itself, in the order of a language: a line for each, with its code, its name and
    /// the folded names it is found by, between bars; tabulators between the three. Where nobody governs nothing is to be chosen.
    /// </summary>
    public string ForPicker(string language) => _forPickers.GetOrAdd(language, asked =>
    {
        var byName = StringComparer.Create(CultureInfo.GetCultureInfo(asked), ignoreCase: true);
        return string.Join('\n', _searchable.Where(entry => entry.Country.MayTakePart).OrderBy(entry => entry.Country.NameIn(asked), byName)
            .Select(entry => $"{entry.Country.Code}\t{entry.Country.NameIn(asked)}\t{string.Join('|', entry.Keys)}"));
    });

    private static int RankOf(string[] keys, string wanted)
    {
        if (wanted.Length == 0 || keys.Contains(wanted)) return 0;
        if (keys.Any(key => key.StartsWith(wanted, StringComparison.Ordinal))) return 1;
        return keys.Any(key => key.Contains(wanted, StringComparison.Ordinal)) ? 2 : int.MaxValue;
    }

    // Names people use that are not on the UN lists. One that means two countries stands at both, so that neither is taken for the other.
    private static List<(string Code, string Name)> ReadCommonNames()
    {
        using var csv = Open("common-names.csv");
        List<(string, string)> names = [];
        while (csv.Read()) names.AddRange(csv.GetString("names").Split('|').Select(name => (csv.GetString("iso2"), name)));
        return names;
    }

    private static CsvReader Open(string list) => CsvReader.Create(
        typeof(CountryCatalogue).Assembly.GetManifestResourceStream(list)
            ?? throw new InvalidOperationException($"{list} is not embedded in the assembly."),
        new CsvReaderOptions { HasHeader = true, Encoding = Encoding.UTF8 });

    private static Dictionary<string, Party> ReadParties()
    {
        using var csv = Open("parties.csv");
        Dictionary<string, Party> parties = [];
        while (csv.Read())
        {
            parties.Add(csv.GetString("iso2"), csv.GetString("party") switch
            {
                "yes" => new(PartyStatus.ContractingParty),
                "no" => new(PartyStatus.NotParty),
                "territory" => new(PartyStatus.Territory, csv.GetString("territory_of")),
                _ => Party.NotKnown,
            });
        }

        return parties;
    }

    private static List<Country> Read(string list)
    {
        using var csv = Open(list);
        List<Country> countries = [];
        while (csv.Read())
        {
            countries.Add(new Country(
                csv.GetString("iso2"), csv.GetString("iso3"), csv.GetString("m49"),
                Languages.All.ToDictionary(language => language.Code, language => csv.GetString($"name_{language.Code}")),
                csv.GetString("region"), csv.GetString("subregion")));
        }

        return countries;
    }
}
