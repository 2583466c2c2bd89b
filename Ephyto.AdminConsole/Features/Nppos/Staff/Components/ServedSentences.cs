using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform.Countries;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Components;

/// <summary>An act on an organization that concerns the countries which its connections serve.</summary>
public enum ServedAct
{
    Suspend,
    Reactivate,
    Close,
}

/// <summary>What an act on a serving organization means for other countries, in words.</summary>
internal sealed class ServedSentences(IStringLocalizer<NppoStaffText> text, CountryCatalogue countries)
{
    /// <summary>Who has many reads how many, and the first of them.</summary>
    public const int MostNames = 8;

    /// <param name="isLive">Whether the organization is live, or was when it was suspended.</param>
    /// <param name="serves">The countries that its connections serve.</param>
    /// <returns>Null where there is none.</returns>
    public string? SentenceOf(ServedAct act, bool isLive, IReadOnlyList<ServedThrough> serves)
    {
        // Of a connection that neither sends nor receives nothing stops and nothing begins, but what was agreed ends with its organization.
        var concerned = act == ServedAct.Close ? serves : [.. serves.Where(one => one.IsSet)];
        return concerned.Count == 0 ? null
            : $"{text["ServedCountriesOf", concerned.Count, NamesOf(concerned)]} "
                + text[act == ServedAct.Close || isLive ? $"Served{act}" : $"Served{act}Later"];
    }

    private string NamesOf(IReadOnlyList<ServedThrough> serves)
    {
        var names = serves.Select(one => countries.NameOf(one.CountryCode))
            .Order(CountryCatalogue.ByName).ToList();
        var named = string.Join(", ", names.Take(MostNames));
        return names.Count > MostNames ? text["AndMore", named, names.Count - MostNames] : named;
    }
}
