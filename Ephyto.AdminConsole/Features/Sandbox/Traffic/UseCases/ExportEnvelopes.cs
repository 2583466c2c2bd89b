using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;

/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record ExportEnvelopesRequest(ListEnvelopesRequest Filter, IReadOnlyList<Guid>? Chosen = null);

/// <summary>The filtered list for a spreadsheet, as far as anybody reads one. Of the request every page is meant.</summary>
internal sealed class ExportEnvelopes(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<List<EnvelopeRow>>> HandleAsync(ExportEnvelopesRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseAsync(request.Filter.NppoId, actor, ct) is { } refusal) return refusal;
        var found = ListEnvelopes.Find(db, request.Filter);
        if (request.Chosen is { } chosen) found = found.Where(e => chosen.Contains(e.Id));
        return await ListEnvelopes.Orders.Apply(found, request.Filter.Sort).Take(ExportCalls.Most).Select(ListEnvelopes.Row)
            .ToListAsync(ct);
    }
}
