using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <summary>One document as its readers see it.</summary>
/// <param name="Document">With its published version.</param>
/// <param name="Held">The newest version that the reader has opened or downloaded; null where none.</param>
public sealed record ShelfItem(IntegrationDocument Document, int? Held)
{
    public bool IsNewer => Held is { } held && Document.Current!.Number > held;
}

/// <summary>The published documents that a member may read, by kind and title.</summary>
internal sealed class ListDocuments(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<IReadOnlyList<ShelfItem>>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var readable = await db.ReadableAsync(actor, nppoId, ct);
        if (readable.Error is { } refusal) return refusal;

        var documents = await readable.Value.ToListAsync(ct);
        var held = await db.Set<DocumentReceipt>().AsNoTracking().Where(r => r.UserId == actor.Id).Select(r => r.VersionId).ToListAsync(ct);
        return Result<IReadOnlyList<ShelfItem>>.Success(
            [.. from document in documents
                orderby document.Kind, document.Title, document.Language
                select new ShelfItem(document, document.Versions.Where(v => held.Contains(v.Id)).Select(v => (int?)v.Number).Max())]);
    }
}
