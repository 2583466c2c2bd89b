using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Delivery;
using Ephyto.AdminConsole.Platform.Countries;
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
/// <param name="Old">Only entries that nobody has changed or affirmed for more than a year.</param>
/// <param name="Unreachable">Only contacts whose address the last e-mail did not reach.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; by the country's name where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListContactPointsRequest(
    string? Search, ContactPointKind? Kind, bool Missing, int Page, bool Old = false, bool Unreachable = false, string? Sort = null,
    int Size = Paging.Size);

/// <param name="Entry">Null where nobody is on file.</param>
/// <param name="Since">Since when it is valid.</param>
/// <param name="AsOf">When somebody said last that it is right.</param>
public sealed record ContactPointRow(Country Country, ContactPointDetails? Entry, DateTime? Since, DateTime? AsOf);

/// <summary>Each country of the list with its contact of today.</summary>
internal sealed class ListContactPoints(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, TimeProvider time)
{
    public async Task<Result<PageOf<ContactPointRow>>> HandleAsync(ListContactPointsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsView, ct) is { } refusal) return refusal;

        // One entry for a country at most: the whole directory of today is smaller than a page of a busy outbox.
        var entries = await DirectoryFilter.CurrentOf(db, request).ToListAsync(ct);
        return new DirectoryFilter(countries, time).Apply(entries, request).ToPage(request.Page, request.Size);
    }
}
