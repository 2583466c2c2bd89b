using System.Runtime.CompilerServices;
using Ephyto.AdminConsole.Data;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>The filtered trail for a file, the newest first: batch by batch, because it may be longer than fits into memory.</summary>
internal sealed class AuditExport(IDbContextFactory<ConsoleDbContext> contexts)
{
    private const int BatchSize = 1000;

    public async IAsyncEnumerable<IReadOnlyList<AuditLine>> ReadAsync(AuditFilter filter, AuditReader reader, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var before = long.MaxValue;
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var batch = await filter.Of(db).Where(e => e.Sequence < before).OrderByDescending(e => e.Sequence).Take(BatchSize).ToListAsync(ct);
            if (batch.Count > 0) yield return await AuditLines.ReadAsync(db, reader, batch, ct);
            if (batch.Count < BatchSize) yield break;
            before = batch[^1].Sequence;
        }
    }
}
