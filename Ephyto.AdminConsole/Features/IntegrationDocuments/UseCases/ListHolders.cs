using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <summary>Who has which version of a document.</summary>
/// <param name="Version">The newest that anybody of the organization has.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record DocumentHolder(string CountryCode, string Organization, int Version, DateTime At);

/// <summary>The organizations that have a document, those with an old version first.</summary>
internal sealed class ListHolders(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<IReadOnlyList<DocumentHolder>>> HandleAsync(Guid documentId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LibraryView, ct) is { } refusal) return refusal;
        if (await db.Set<IntegrationDocument>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId, ct) is not { } document)
            return AccessErrors.NotFound;

        var receipts = await db.Set<DocumentReceipt>().AsNoTracking().Where(r => r.DocumentId == documentId).ToListAsync(ct);
        var ids = receipts.Select(r => r.NppoId).Distinct().ToList();
        var nppos = await db.Set<Nppo>().AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        var numbers = document.Versions.ToDictionary(v => v.Id, v => v.Number);
        return Result<IReadOnlyList<DocumentHolder>>.Success(
            [.. from receipt in receipts
                group receipt by receipt.NppoId into same
                let newest = same.OrderByDescending(r => numbers[r.VersionId]).ThenBy(r => r.At).First()
                let nppo = nppos[same.Key]
                orderby numbers[newest.VersionId], nppo.CountryCode
                select new DocumentHolder(nppo.CountryCode, nppo.Organization.Name, numbers[newest.VersionId], newest.At)]);
    }
}
