using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="Document">With all its versions.</param>
/// <param name="Holders">Organisations of which somebody has the published version.</param>
public sealed record LibraryItem(IntegrationDocument Document, int Holders);

/// <summary>Who has which version of a document.</summary>
/// <param name="Version">The newest that anybody of the organisation has.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record DocumentHolder(string CountryCode, string Organization, int Version, DateTime At);

/// <param name="Items">By kind and title.</param>
/// <param name="Nppos">How many organisations there are.</param>
/// <param name="MayManage">Whether the reader may change the library.</param>
public sealed record LibraryView(IReadOnlyList<LibraryItem> Items, int Nppos, bool MayManage);

/// <summary>The whole library, as the hub sees it.</summary>
internal sealed class ListLibrary(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<LibraryView>> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LibraryView, ct) is { } refusal) return refusal;

        var documents = await db.Set<IntegrationDocument>().AsNoTracking().OrderBy(d => d.Kind).ThenBy(d => d.Title).ThenBy(d => d.Language).ToListAsync(ct);
        var holders = await db.Set<DocumentReceipt>().AsNoTracking().Select(r => new { r.VersionId, r.NppoId }).Distinct()
            .GroupBy(r => r.VersionId).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);
        var nppos = await db.Set<Nppo>().CountAsync(n => n.Status != NppoStatus.Closed, ct);
        return new LibraryView(
            [.. documents.Select(d => new LibraryItem(d, d.Current is { } current ? holders.GetValueOrDefault(current.Id) : 0))],
            nppos, await db.AllowsOnHubAsync(actor, Permission.LibraryManage, ct));
    }

    /// <summary>The organisations that have a document, those with an old version first.</summary>
    public async Task<Result<IReadOnlyList<DocumentHolder>>> HoldersAsync(Guid documentId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LibraryView, ct) is { } refusal) return refusal;
        if (await db.Set<IntegrationDocument>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId, ct) is not { } document) return AccessErrors.NotFound;

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
