using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.UseCases;

/// <summary>Which organisations are wanted, and in what order.</summary>
internal sealed class NppoFilter(CountryCatalogue countries)
{
    /// <summary>There are as many organisations as countries: their ids are read at once, and ordered by a name that no database knows.</summary>
    public async Task<List<Guid>> OrderedIdsAsync(ConsoleDbContext db, ListNpposRequest request, CancellationToken ct)
    {
        var found = await Apply(db, request).Select(n => new { n.Id, n.CountryCode, n.RegisteredAt }).ToListAsync(ct);
        var byName = StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);
        return [.. found.OrderBy(n => countries.NameOf(n.CountryCode), byName).ThenByDescending(n => n.RegisteredAt).Select(n => n.Id)];
    }

    /// <summary>Organisations that the loss of one person would leave without anybody to administer them.</summary>
    public static IQueryable<Nppo> WithFewAdministrators(ConsoleDbContext db) => db.Set<Nppo>().AsNoTracking().Where(n => n.Status != NppoStatus.Closed
        && db.Set<Member>().Count(m => m.NppoId == n.Id && m.Role == NppoRole.Administrator && m.Status == MemberStatus.Active) < 2);

    private IQueryable<Nppo> Apply(ConsoleDbContext db, ListNpposRequest request)
    {
        var query = request.FewAdministrators ? WithFewAdministrators(db) : db.Set<Nppo>().AsNoTracking();
        if (request.Status is { } status) query = query.Where(n => n.Status == status);
        return FreeText.Clean(request.Search, 100) is { } text ? Matching(query, text) : query;
    }

    private IQueryable<Nppo> Matching(IQueryable<Nppo> query, string text)
    {
        var named = countries.CodesNamed(text);
        var lower = text.ToLowerInvariant();
        // The comparison is the database's: no culture and no StringComparison reaches it.
#pragma warning disable CA1304, CA1311, CA1862
        return query.Where(n => named.Contains(n.CountryCode)
            || n.Organization.Name.ToLower().Contains(lower) || n.Organization.Name.Contains(text)
            || n.Organization.NameInEnglish.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
