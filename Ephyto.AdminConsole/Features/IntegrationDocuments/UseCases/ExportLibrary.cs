using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="Sort">As <see cref="ListLibraryRequest.Sort"/>.</param>
/// <param name="Chosen">Only these of them; null: all.</param>
/// <param name="Search">As <see cref="ListLibraryRequest.Search"/>.</param>
internal sealed record ExportLibraryRequest(string? Sort = null, IReadOnlyList<Guid>? Chosen = null, string? Search = null);

/// <summary>What the library holds, for a spreadsheet.</summary>
internal sealed class ExportLibrary(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<List<LibraryItem>>> HandleAsync(ExportLibraryRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LibraryView, ct) is { } refusal) return refusal;

        var found = await ListLibrary.FoundAsync(db, request.Search, ct);
        if (request.Chosen is { } chosen) found = found.Where(one => chosen.Contains(one.Document.Id));
        return await ListLibrary.Orders.Apply(found, request.Sort).Select(one => new LibraryItem(one.Document, one.Holders))
            .ToListAsync(ct);
    }
}
