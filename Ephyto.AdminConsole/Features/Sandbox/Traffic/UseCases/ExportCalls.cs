using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;

/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record ExportCallsRequest(ListCallsRequest Filter, IReadOnlyList<Guid>? Chosen = null);

/// <summary>The filtered list for a spreadsheet, as far as anybody reads one. Of the request every page is meant.</summary>
internal sealed class ExportCalls(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int Most = 20_000;

    public async Task<Result<List<CallRow>>> HandleAsync(ExportCallsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseAsync(request.Filter.NppoId, actor, ct) is { } refusal) return refusal;
        var found = ListCalls.Find(db, request.Filter);
        if (request.Chosen is { } chosen) found = found.Where(c => chosen.Contains(c.Id));
        return await ListCalls.Orders.Apply(found, request.Filter.Sort).Take(Most).Select(ListCalls.Row(db)).ToListAsync(ct);
    }
}
