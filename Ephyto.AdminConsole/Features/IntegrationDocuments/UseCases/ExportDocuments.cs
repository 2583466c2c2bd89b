using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="Sort">As <see cref="ListDocumentsRequest.Sort"/>.</param>
/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record ExportDocumentsRequest(Guid NppoId, string? Sort = null, IReadOnlyList<Guid>? Chosen = null);

/// <summary>Which documents a member may read, for a spreadsheet. Nothing of them counts as read.</summary>
internal sealed class ExportDocuments(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<List<ReadableDocument>>> HandleAsync(ExportDocumentsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var readable = await db.ReadableAsync(actor, request.NppoId, ct);
        if (readable.Error is { } refusal) return refusal;

        var documents = request.Chosen is { } chosen ? readable.Value.Where(document => chosen.Contains(document.Id)) : readable.Value;
        return await ListDocuments.Rows(db, documents, request.Sort, actor).ToListAsync(ct);
    }
}
