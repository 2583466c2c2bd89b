using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Serving;
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
/// <param name="Party">Only countries that stand so to the Convention.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; by the country's name where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListContactPointsRequest(
    string? Search, ContactPointKind? Kind, bool Missing, int Page, bool Old = false, bool Unreachable = false, string? Sort = null,
    int Size = Paging.Size, PartyStatus? Party = null);

/// <param name="Entry">Null where nobody is on file.</param>
/// <param name="Since">Since when it is valid.</param>
/// <param name="AsOf">When somebody said last that it is right.</param>
/// <param name="Party">How the country stands to the Convention.</param>
/// <param name="Through">The connection of an organization that serves the country; null where none does.</param>
public sealed record ContactPointRow(
    Country Country, ContactPointDetails? Entry, DateTime? Since, DateTime? AsOf, Party Party, ServedThrough? Through);

/// <summary>Each country of the list with its contact of today.</summary>
internal sealed class ListContactPoints(IDbContextFactory<ConsoleDbContext> contexts, DirectoryFilter filter)
{
    public async Task<Result<PageOf<ContactPointRow>>> HandleAsync(ListContactPointsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsView, ct) is { } refusal) return refusal;

        // One entry for a country at most: the whole directory of today is smaller than a page of a busy outbox.
        var entries = await DirectoryFilter.CurrentOf(db, request).ToListAsync(ct);
        return (await filter.ApplyAsync(db, entries, request, ct)).ToPage(request.Page, request.Size);
    }
}
