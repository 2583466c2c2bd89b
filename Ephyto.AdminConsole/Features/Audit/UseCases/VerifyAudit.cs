using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <param name="Known">A head exported earlier; null where there is none.</param>
/// <param name="Tell">Hears how far it is, from another thread.</param>
internal sealed record VerifyAuditRequest(AuditHead? Known = null, Action<AuditProgress>? Tell = null);

/// <summary>
/// Walks the chain off the thread of the page, which goes on answering. It is no act: nothing changes, and no entry tells of it.
/// </summary>
internal sealed class VerifyAudit(IDbContextFactory<ConsoleDbContext> contexts, AuditVerification verification)
{
    public async Task<Result<AuditVerdict>> HandleAsync(VerifyAuditRequest request, Actor actor, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await db.RefuseOnHubAsync(actor, Permission.AuditView, ct) is { } refusal) return refusal;
        }

        return await Task.Run(() => verification.RunAsync(request.Known, request.Tell, ct), ct);
    }
}
