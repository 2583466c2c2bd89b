using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <param name="Chosen">Only these of them, by their numbers; null: all.</param>
internal sealed record ExportAuditRequest(AuditFilter Filter, IReadOnlyList<long>? Chosen = null);

/// <param name="Batches">Read as they are asked for.</param>
internal sealed record ExportedAudit(IAsyncEnumerable<IReadOnlyList<AuditLine>> Batches);

/// <summary>The filtered trail as a file, for the hub.</summary>
internal sealed class ExportAudit(IDbContextFactory<ConsoleDbContext> contexts, AuditExport export)
{
    public async Task<Result<ExportedAudit>> HandleAsync(ExportAuditRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.RefuseOnHubAsync(actor, Permission.AuditView, ct) is { } refusal
            ? refusal : new ExportedAudit(export.ReadAsync(request.Filter, new(null), request.Chosen, ct));
    }
}
