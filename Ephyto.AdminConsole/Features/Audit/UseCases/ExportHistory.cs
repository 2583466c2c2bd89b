using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <summary>An organization's part of the trail as a file, with what it takes to compute each hash again.</summary>
internal sealed class ExportHistory(IDbContextFactory<ConsoleDbContext> contexts, AuditExport export)
{
    public async Task<Result<ExportedAudit>> HandleAsync(Guid nppoId, AuditFilter filter, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.RefuseOnNppoAsync(actor, Permission.HistoryView, nppoId, ct) is { } refusal ? refusal
            : new ExportedAudit(export.ReadAsync(filter with { NppoId = nppoId }, new(nppoId), ct: ct));
    }
}
