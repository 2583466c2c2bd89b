using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="AsPdf">A version in Markdown as PDF.</param>
internal sealed record FetchVersionRequest(Guid VersionId, bool AsPdf);

/// <summary>Any version, drafts and withdrawn ones too, as the hub reads it.</summary>
internal sealed class FetchVersion(IDbContextFactory<ConsoleDbContext> contexts, DocumentFiles files)
{
    public async Task<Result<DocumentDownload>> HandleAsync(FetchVersionRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LibraryView, ct) is { } refusal) return refusal;
        if (await db.Set<IntegrationDocument>().AsNoTracking()
            .SingleOrDefaultAsync(d => d.Versions.Any(v => v.Id == request.VersionId), ct) is not { } document)
            return AccessErrors.NotFound;

        var version = document.Versions.Single(v => v.Id == request.VersionId);
        return await files.MakeAsync(document, version, await db.ContentAsync(version.Id, ct), request.AsPdf, ct);
    }
}
