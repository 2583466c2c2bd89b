using System.Runtime.CompilerServices;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>The filtered trail for a file, the newest first: batch by batch, because it may be longer than fits into memory.</summary>
internal sealed class AuditExport(IDbContextFactory<ConsoleDbContext> contexts)
{
    private const int BatchSize = 1000;

    public async IAsyncEnumerable<IReadOnlyList<AuditLine>> ReadAsync(
        AuditFilter filter, AuditReader reader, IReadOnlyList<long>? chosen = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var before = long.MaxValue;
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var wanted = filter.Of(db).Where(e => e.Sequence < before);
            if (chosen is not null) wanted = wanted.Where(e => chosen.Contains(e.Sequence));
            var batch = await wanted.Select(e => e.Sequence).OrderDescending().Take(BatchSize).ToListAsync(ct);
            if (batch.Count > 0) yield return await AuditLines.ReadAsync(db, reader, await AuditRows.ReadAsync(db, batch, ct), ct);
            if (batch.Count < BatchSize) yield break;
            before = batch[^1];
        }
    }
}
