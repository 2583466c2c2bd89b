using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <summary>Which organisations are wanted, and in what order.</summary>
internal sealed class NppoFilter(CountryCatalogue countries)
{
    /// <summary>There are as many organisations as countries: their ids are read at once, and ordered by a name that no database knows.</summary>
    public async Task<List<Guid>> OrderedIdsAsync(ConsoleDbContext db, ListNpposRequest request, CancellationToken ct)
    {
        var found = await (await ApplyAsync(db, request, ct)).Select(n => new { n.Id, n.CountryCode, n.RegisteredAt }).ToListAsync(ct);
        var byName = StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);
        return [.. found.OrderBy(n => countries.NameOf(n.CountryCode), byName).ThenByDescending(n => n.RegisteredAt).Select(n => n.Id)];
    }

    private async Task<IQueryable<Nppo>> ApplyAsync(ConsoleDbContext db, ListNpposRequest request, CancellationToken ct)
    {
        var query = request.FewAdministrators ? db.NpposWithFewAdministrators() : db.Set<Nppo>().AsNoTracking();
        if (request.Status is { } status) query = query.Where(n => n.Status == status);
        return await query.FoundByAsync(db, SubjectKinds.Nppo, request.Search, countries.CodesWithWord, ct);
    }
}
