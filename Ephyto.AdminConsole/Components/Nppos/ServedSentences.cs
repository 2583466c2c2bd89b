using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform.Countries;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Nppos;

/// <summary>An act on an organization that concerns the countries which its connections serve, or are to.</summary>
public enum ServedAct
{
    Suspend,
    Reactivate,
    Close,
    SetLive,
}

/// <summary>Some of the countries that an act concerns, and what it means for them.</summary>
/// <param name="Key">Of the text that names them.</param>
/// <param name="Names">In the order of the reader's language.</param>
/// <param name="Meaning">In words.</param>
internal sealed record ConcernedCountries(string Key, IReadOnlyList<string> Names, string Meaning);

/// <summary>What an act on a serving organization means for other countries, in words.</summary>
internal sealed class ServedSentences(IStringLocalizer<ServedText> text, CountryCatalogue countries)
{
    /// <summary>Who has many reads how many, and the first of them.</summary>
    public const int MostNames = 5;

    /// <param name="isLive">Whether the organization is live, or was when it was suspended.</param>
    /// <param name="serves">The countries that its connections serve.</param>
    /// <param name="asked">Those whose contact points have not answered yet.</param>
    public IReadOnlyList<ConcernedCountries> ConcernedBy(
        ServedAct act, bool isLive, IReadOnlyList<ServedThrough> serves, IReadOnlyList<string> asked)
    {
        // Of a connection that neither sends nor receives nothing stops and nothing begins, but what was agreed ends with its organization.
        var served = act == ServedAct.Close ? serves : [.. serves.Where(one => one.IsSet)];
        List<ConcernedCountries> concerned = [];
        if (served.Count > 0)
            concerned.Add(new("ServedCountriesOf", NamesOf(served.Select(one => one.CountryCode)),
                text[act is ServedAct.Close or ServedAct.SetLive || isLive ? $"Served{act}" : $"Served{act}Later"]));
        // Who has not agreed is served by nobody, whatever becomes live.
        if (asked.Count > 0 && act != ServedAct.SetLive)
            concerned.Add(new("AskedCountriesOf", NamesOf(asked), text[$"Asked{act}"]));
        return concerned;
    }

    /// <returns>Null where there is none.</returns>
    public string? SentenceOf(ServedAct act, bool isLive, IReadOnlyList<ServedThrough> serves, IReadOnlyList<string> asked)
    {
        var concerned = ConcernedBy(act, isLive, serves, asked);
        return concerned.Count == 0 ? null : string.Join(' ', concerned.Select(SentenceOf));
    }

    /// <summary>How many, the first of them, and what it means.</summary>
    public string SentenceOf(ConcernedCountries concerned)
    {
        var (names, named) = (concerned.Names, string.Join(", ", concerned.Names.Take(MostNames)));
        return $"{text[concerned.Key, names.Count, names.Count > MostNames ? text["AndMore", named, names.Count - MostNames] : named]} "
            + concerned.Meaning;
    }

    private List<string> NamesOf(IEnumerable<string> codes) =>
        [.. codes.Select(code => countries.NameOf(code)).Order(CountryCatalogue.ByName)];
}
