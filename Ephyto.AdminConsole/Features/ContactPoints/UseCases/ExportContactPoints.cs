using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

/// <param name="Filter">The list whose countries are meant, every page of it.</param>
/// <param name="WithFormer">Whether the entries that have ended come along.</param>
/// <param name="Chosen">The codes of the only countries wanted of them; null: all.</param>
internal sealed record ExportContactPointsRequest(ListContactPointsRequest Filter, bool WithFormer, IReadOnlyList<string>? Chosen = null);

internal sealed record ExportedContactPoint(Country Country, ContactPoint Entry, Party Party);

/// <summary>The entries of the countries that the list shows, for a spreadsheet: of each country the newest first.</summary>
internal sealed class ExportContactPoints(IDbContextFactory<ConsoleDbContext> contexts, DirectoryFilter filter)
{
    public async Task<Result<List<ExportedContactPoint>>> HandleAsync(ExportContactPointsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsView, ct) is { } refusal) return refusal;

        var current = await DirectoryFilter.CurrentOf(db, request.Filter).ToListAsync(ct);
        var entries = request.WithFormer ? await db.Set<ContactPoint>().AsNoTracking().ToListAsync(ct) : current;
        var shown = await filter.ApplyAsync(db, current, request.Filter, ct);
        var byCountry = entries.ToLookup(entry => entry.CountryCode);
        return shown.Where(row => request.Chosen is null
            || request.Chosen.Contains(row.Country.Code))
                .SelectMany(
                    row => byCountry[row.Country.Code].OrderBy(entry => entry.ValidTo is not null)
                        .ThenByDescending(entry => entry.ValidFrom)
            .Select(entry => new ExportedContactPoint(row.Country, entry, row.Party))).ToList();
    }
}
