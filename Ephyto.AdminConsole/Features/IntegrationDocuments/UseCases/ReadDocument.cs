using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Platform.Rendering;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

internal sealed record ReadDocumentRequest(Guid NppoId, Guid DocumentId);

/// <param name="Document">With its published version.</param>
/// <param name="Text">As a page; null where the document is a file of another kind.</param>
internal sealed record OpenedDocument(IntegrationDocument Document, RenderedDocument? Text);

/// <summary>Opens the published version to read it in the console. It changes nothing.</summary>
internal sealed class ReadDocument(IDbContextFactory<ConsoleDbContext> contexts, MadeOnce made)
{
    public async Task<Result<OpenedDocument>> HandleAsync(ReadDocumentRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var readable = await db.ReadableAsync(actor, request.NppoId, ct);
        if (readable.Error is { } refusal) return refusal;
        if (await readable.Value.SingleOrDefaultAsync(d => d.Id == request.DocumentId, ct) is not { Current: { } current } document)
            return AccessErrors.NotFound;

        if (current.Format != DocumentFormat.Markdown) return new OpenedDocument(document, null);
        var content = await db.ContentAsync(current.Id, ct);
        return new OpenedDocument(document, await made.GetAsync(
            $"page:{current.Sha256}:{document.Id}", gone => MarkdownText.Parse(content, gone).Render($"nppo/documents/{document.Id}", gone),
            page => 2L * page.Html.Length, ct));
    }
}
