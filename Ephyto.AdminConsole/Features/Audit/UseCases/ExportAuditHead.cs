using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <param name="At">When the last entry was written; null of an empty chain.</param>
internal sealed record ExportedHead(AuditHead Head, DateTime? At);

/// <summary>The end of the chain as it is now, to be kept somewhere else.</summary>
internal sealed class ExportAuditHead(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<ExportedHead>> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.AuditView, ct) is { } refusal) return refusal;

        var last = await db.Set<AuditEntry>().AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);
        return last is null ? new ExportedHead(AuditHead.Empty, null) : new ExportedHead(new(last.Sequence, last.Hash), last.At);
    }
}
