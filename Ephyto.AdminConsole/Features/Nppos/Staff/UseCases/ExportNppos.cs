using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record ExportNpposRequest(ListNpposRequest Filter, IReadOnlyList<Guid>? Chosen = null);

/// <summary>Every organization that fits the filter, in the order of the list, for a file; the page asked for does not matter.</summary>
internal sealed class ExportNppos(IDbContextFactory<ConsoleDbContext> contexts, NppoFilter filter, NppoRows rows)
{
    public async Task<Result<IReadOnlyList<NppoRow>>> HandleAsync(ExportNpposRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;

        var ids = await (await filter.IdsAsync(db, request.Filter, ct, request.Chosen)).ToListAsync(ct);
        return await rows.ReadAsync(db, ids, ct);
    }
}
