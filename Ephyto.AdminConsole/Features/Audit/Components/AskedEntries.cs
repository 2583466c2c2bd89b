using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Features.Audit.Components;

/// <summary>What the address of the audit trail asks for, word by word as it stands there.</summary>
/// <param name="Person">An account's id.</param>
/// <param name="Nppo">An organization's id.</param>
/// <param name="Kind">The code of an act.</param>
/// <param name="About">A thing as <c>kind:id</c>.</param>
/// <param name="From">The first day, by the reader's clock.</param>
/// <param name="To">The last day, by the reader's clock.</param>
public sealed record AskedEntries(
    string? Person = null, string? Nppo = null, string? Kind = null, string? About = null, string? From = null, string? To = null)
{
    internal AuditFilter ToFilter(ReaderTimeZone zone) => AuditFilter.Read(Person, Nppo, Kind, About, From, To, zone);

    /// <summary>The list with this asked for: its first page, in the order and with the columns that it has now.</summary>
    internal string On(NavigationManager navigation) =>
        navigation.GetUriWithQueryParameters(
            ListQuery.On("hub/audit", ListQuery.Only(navigation.Uri, [ListNames.Sort, .. ListNames.OfLooks])), ToAddress());

    public IReadOnlyDictionary<string, object?> ToAddress() => new Dictionary<string, object?>
    {
        ["person"] = NullIfEmpty(Person),
        ["nppo"] = NullIfEmpty(Nppo),
        ["kind"] = NullIfEmpty(Kind),
        ["object"] = NullIfEmpty(About),
        ["from"] = NullIfEmpty(From),
        ["to"] = NullIfEmpty(To),
    };

    private static string? NullIfEmpty(string? word) => string.IsNullOrEmpty(word) ? null : word;
}
