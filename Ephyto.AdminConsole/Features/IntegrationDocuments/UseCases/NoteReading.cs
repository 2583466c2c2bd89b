using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <summary>A member has a version before them: from now on they hear of the next one, and the hub sees that they have it.</summary>
internal sealed class NoteReading(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result> HandleAsync(ReadDocumentRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var readable = await db.ReadableAsync(actor, request.NppoId, ct);
        if (readable.Error is { } refusal) return refusal;
        var documents = await readable.Value.Where(d => d.Id == request.DocumentId).ToListAsync(ct);
        await NoteAsync(db, documents, request.NppoId, actor, ct);
        return Result.Success();
    }

    public async Task NoteAsync(ConsoleDbContext db, IReadOnlyList<IntegrationDocument> documents, Guid nppoId, Actor actor,
        CancellationToken ct)
    {
        var versions = documents.Select(d => d.Current!.Id).ToList();
        var known = await db.Set<DocumentReceipt>().Where(r => r.UserId == actor.Id && r.NppoId == nppoId && versions.Contains(r.VersionId))
            .Select(r => r.VersionId).ToListAsync(ct);
        foreach (var document in documents.Where(d => !known.Contains(d.Current!.Id)))
            db.Add(DocumentReceipt.Of(document, actor.Id, nppoId, time.GetUtcNow().UtcDateTime));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            // The same person opened it in another tab at this moment: it is noted.
        }
    }
}
