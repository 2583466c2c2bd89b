using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <summary>What a member may read now.</summary>
internal static class ReadableDocuments
{
    public static async Task<Result<IQueryable<IntegrationDocument>>> ReadableAsync(this ConsoleDbContext db, Actor actor, Guid nppoId,
        CancellationToken ct)
    {
        if (await db.RefuseOnNppoAsync(actor, Permission.DocumentsRead, nppoId, ct) is { } refusal) return refusal;
        DocumentAudience[] audiences = await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct)
            ? [DocumentAudience.Members, DocumentAudience.Integrators] : [DocumentAudience.Members];
        return Result<IQueryable<IntegrationDocument>>.Success(db.Set<IntegrationDocument>().AsNoTracking()
            .Where(d => audiences.Contains(d.Audience) && d.Versions.Any(v => v.Status == DocumentVersionStatus.Published)));
    }

    public static Task<byte[]> ContentAsync(this ConsoleDbContext db, Guid versionId, CancellationToken ct) =>
        db.Set<DocumentContent>().AsNoTracking().Where(content => content.VersionId == versionId).Select(content => content.Bytes)
            .SingleAsync(ct);
}
