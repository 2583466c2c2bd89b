using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

/// <param name="Search">In a country's name (in any language) or code, or in what the entry says.</param>
/// <param name="Kind">Only contacts of this kind.</param>
/// <param name="Missing">Only countries without a contact.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListContactPointsRequest(string? Search, ContactPointKind? Kind, bool Missing, int Page);

/// <param name="Entry">Null where nobody is on file.</param>
internal sealed record ContactPointRow(Country Country, ContactPointDetails? Entry, DateTime? Since);

/// <summary>Each country of the list with its contact of today, in the order of the reader's language.</summary>
internal sealed class ListContactPoints(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries)
{
    public async Task<Result<PageOf<ContactPointRow>>> HandleAsync(ListContactPointsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsView, ct) is { } refusal) return refusal;

        // One entry for a country at most: the whole directory of today is smaller than a page of a busy outbox.
        var entries = await db.Set<ContactPoint>().AsNoTracking().Where(c => c.CurrentCountryCode != null)
            .ToDictionaryAsync(c => c.CountryCode, ct);
        var text = FreeText.Clean(request.Search, 100);
        var rows = Countries(text, entries)
            .Select(country => entries.TryGetValue(country.Code, out var entry)
                ? new ContactPointRow(country, entry.Details, entry.ValidFrom)
                : new ContactPointRow(country, null, null))
            .Where(row => !request.Missing || row.Entry is null)
            .Where(row => request.Kind is null || row.Entry?.Kind == request.Kind)
            .ToList();
        return rows.ToPage(request.Page);
    }

    private IEnumerable<Country> Countries(string? text, Dictionary<string, ContactPoint> entries)
    {
        if (text is null) return countries.Search(null);
        var named = text.Any(char.IsLetterOrDigit) ? countries.Search(text) : [];
        var told = entries.Values.Where(entry => Says(entry.Details, text)).Select(entry => countries.Find(entry.CountryCode)).OfType<Country>();
        return named.Union(told);
    }

    private static bool Says(ContactPointDetails entry, string text)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        return new[] { entry.FullName, entry.Organization, entry.Email, entry.JobTitle }
            .Any(field => compare.IndexOf(field, text, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}
