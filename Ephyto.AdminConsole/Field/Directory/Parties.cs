using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.Countries;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Directory;

/// <summary>How each country stands to the Convention: what the hub entered, and else what the console was delivered with.</summary>
/// <param name="entered">By country.</param>
internal sealed class Parties(IReadOnlyDictionary<string, CountryParty> entered)
{
    public Party Of(Country country) => Entered(country)?.Party ?? country.Party;

    /// <summary>Null while the hub entered nothing.</summary>
    public CountryParty? Entered(Country country) => entered.GetValueOrDefault(country.Code);

    /// <summary>Lets it stand so from now on.</summary>
    /// <returns>The first entry of the hub, which the store does not have yet; null where it needs none.</returns>
    public Result<CountryParty?> Change(Country country, Party party, Actor actor, DateTime now)
    {
        if (party == Of(country)) return (CountryParty?)null;
        if (Entered(country) is { } known) return known.Change(party, actor, now).Error is { } refusal ? refusal : (CountryParty?)null;

        var first = CountryParty.Enter(country.Code, country.Party, party, actor, now);
        return first.Error is { } refused ? refused : first.Value;
    }
}

internal static class PartiesOfStore
{
    /// <summary>With a context that tracks, to be changed.</summary>
    public static async Task<Parties> PartiesAsync(this ConsoleDbContext db, CancellationToken ct) =>
        new(await db.Set<CountryParty>().ToDictionaryAsync(entry => entry.CountryCode, ct));
}
