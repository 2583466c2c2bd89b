using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Delivery;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

/// <summary>Which countries the list shows, and in which order; the file of the list holds the same.</summary>
internal sealed class DirectoryFilter(CountryCatalogue countries, IOptions<HubOptions> hub, TimeProvider time)
{
    /// <summary>By the keys of the columns; of those that are alike by the country.</summary>
    public static ListOrders<ContactPointRow> Orders { get; } = new ListOrders<ContactPointRow>("country",
        (rows, _) => rows.ThenBy(row => NameOf(row.Country)))
        .By("country", row => NameOf(row.Country))
        .By("contact", row => row.Entry == null ? null : row.Entry.FamilyName)
        .By("job", row => row.Entry == null ? null : row.Entry.JobTitle)
        .By("organization", row => row.Entry == null ? null : row.Entry.Organization)
        .By("email", row => row.Entry == null ? null : row.Entry.Email)
        .By("language", row => row.Entry == null ? null : row.Entry.PreferredLanguage)
        .By("kind", row => row.Entry == null ? 0 : (int)row.Entry.Kind)
        .By("party", row => (int)row.Party.Status)
        .By("since", row => row.Since)
        .By("asof", row => row.AsOf)
        .By("through", row => row.Through == null ? null : row.Through.Organization);

    /// <summary>The entries that are valid now, as far as the store has to say which.</summary>
    public static IQueryable<ContactPoint> CurrentOf(ConsoleDbContext db, ListContactPointsRequest request)
    {
        var current = db.Set<ContactPoint>().AsNoTracking().Where(c => c.CurrentCountryCode != null);
        return request.Unreachable ? current.Unreachable(db) : current;
    }

    /// <param name="current">The entries that are valid now.</param>
    /// <param name="request">Of which every page is meant.</param>
    public async Task<IReadOnlyList<ContactPointRow>> ApplyAsync(
        ConsoleDbContext db, IReadOnlyCollection<ContactPoint> current, ListContactPointsRequest request, CancellationToken ct)
    {
        var entries = current.ToDictionary(entry => entry.CountryCode);
        var now = time.GetUtcNow().UtcDateTime;
        var yearAgo = now.AddYears(-1);
        var parties = await db.PartiesAsync(ct);
        var served = await db.ServedAsync(hub.Value.Here, now, ct);
        var rows = Countries(FreeText.Line(request.Search, 100), entries).Where(country => country.MayTakePart)
            .Select(country => (Country: country, Entry: entries.GetValueOrDefault(country.Code)))
            .Select(one => new ContactPointRow(
                one.Country, one.Entry?.Details, one.Entry?.ValidFrom, one.Entry?.AsOf, parties.Of(one.Country),
                served.GetValueOrDefault(one.Country.Code)))
            .Where(row => !request.Missing || row.Entry is null)
            .Where(row => !request.Unreachable || row.Entry is not null)
            .Where(row => request.Party is null || row.Party.Status == request.Party)
            .Where(row => request.Kind is null || row.Entry?.Kind == request.Kind)
            .Where(row => !request.Old || row.AsOf < yearAgo);
        return [.. Order(rows, request.Sort)];
    }

    // What is asked of an entry says nothing of a country without one: those come last in either direction.
    private static IEnumerable<ContactPointRow> Order(IEnumerable<ContactPointRow> rows, string? sort)
    {
        var ordered = Orders.Apply(rows.AsQueryable(), sort);
        return sort?.TrimStart('-') is { } key && key is not ("country" or "party" or "through") && Orders.Knows(key)
            ? ordered.AsEnumerable().OrderBy(row => row.Entry is null) : ordered;
    }

    private IEnumerable<Country> Countries(string? text, Dictionary<string, ContactPoint> entries)
    {
        if (text is null) return countries.Search(null);
        var named = TypedName.HasLetters(text) ? countries.Search(text) : [];
        var told = entries.Values.Where(entry => Says(entry.Details, text)).Select(entry => countries.Find(entry.CountryCode))
            .OfType<Country>();
        return named.Union(told);
    }

    private static string NameOf(Country country) => country.NameIn(Languages.Current.Code);

    private static bool Says(ContactPointDetails entry, string text)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        return new[] { entry.FullName, entry.Organization, entry.Email, entry.JobTitle }
            .Any(field => compare.IndexOf(field, text, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}
