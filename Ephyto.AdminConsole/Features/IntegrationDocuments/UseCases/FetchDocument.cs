using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="AsPdf">A document in Markdown as PDF; other files come as they are.</param>
/// <param name="IsRead">Whether it comes to somebody, not only what is said about it.</param>
internal sealed record FetchDocumentRequest(Guid NppoId, Guid DocumentId, bool AsPdf, bool IsRead = true);

/// <summary>A file to download.</summary>
internal sealed record DocumentDownload(string Name, string ContentType, byte[] Bytes);

/// <summary>The published version as a file. Who downloads it has it: that is noted.</summary>
internal sealed class FetchDocument(IDbContextFactory<ConsoleDbContext> contexts, NoteReading reading, DocumentFiles files)
{
    public async Task<Result<DocumentDownload>> HandleAsync(FetchDocumentRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var readable = await db.ReadableAsync(actor, request.NppoId, ct);
        if (readable.Error is { } refusal) return refusal;
        if (await readable.Value.SingleOrDefaultAsync(d => d.Id == request.DocumentId, ct) is not { Current: { } current } document)
            return AccessErrors.NotFound;

        var download = await files.MakeAsync(document, current, await db.ContentAsync(current.Id, ct), request.AsPdf, ct);
        if (request.IsRead) await reading.NoteAsync(db, [document], request.NppoId, actor, ct);
        return download;
    }
}
