using System.IO.Compression;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="NppoId">The reader's organization.</param>
/// <param name="IsRead">Whether it comes to somebody, not only what is said about it.</param>
/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record FetchAllDocumentsRequest(Guid NppoId, bool IsRead, IReadOnlyList<Guid>? Chosen = null);

/// <summary>Everything a member may read, or what they chose of it, in one archive; what is written in Markdown also as PDF.</summary>
internal sealed class FetchAllDocuments(IDbContextFactory<ConsoleDbContext> contexts, NoteReading reading, DocumentFiles files)
{
    public async Task<Result<DocumentDownload>> HandleAsync(FetchAllDocumentsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var readable = await db.ReadableAsync(actor, request.NppoId, ct);
        if (readable.Error is { } refusal) return refusal;

        var wanted = request.Chosen is { } chosen ? readable.Value.Where(document => chosen.Contains(document.Id)) : readable.Value;
        var documents = await wanted.OrderBy(d => d.Kind).ThenBy(d => d.Title).ToListAsync(ct);
        using var bytes = new MemoryStream();
        await using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
            foreach (var document in documents)
            {
                var content = await db.ContentAsync(document.Current!.Id, ct);
                await AddAsync(archive, names, document.Language,
                    await files.MakeAsync(document, document.Current, content, asPdf: false, ct), ct);
                if (document.Current.Format == DocumentFormat.Markdown)
                    await AddAsync(archive, names, document.Language,
                        await files.MakeAsync(document, document.Current, content, asPdf: true, ct), ct);
            }
        }

        if (request.IsRead) await reading.NoteAsync(db, documents, request.NppoId, actor, ct);
        return new DocumentDownload("integration-documents.zip", "application/zip", bytes.ToArray());
    }

    private static async Task AddAsync(ZipArchive archive, HashSet<string> names, string folder, DocumentDownload file,
        CancellationToken ct)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(file.Name), Path.GetExtension(file.Name));
        var name = $"{folder}/{file.Name}";
        for (var number = 2; !names.Add(name); number++) name = $"{folder}/{stem}-{number}{ending}";
        await using var stream = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await stream.WriteAsync(file.Bytes, ct);
    }
}
