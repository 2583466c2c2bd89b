using System.IO.Compression;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <summary>Everything a member may read, in one archive; what is written in Markdown also as PDF.</summary>
internal sealed class FetchAllDocuments(IDbContextFactory<ConsoleDbContext> contexts, NoteReading reading, DocumentFiles files)
{
    /// <param name="nppoId">The reader's organisation.</param>
    /// <param name="isRead">Whether it comes to somebody, not only what is said about it.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<DocumentDownload>> HandleAsync(Guid nppoId, bool isRead, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var readable = await db.ReadableAsync(actor, nppoId, ct);
        if (readable.Error is { } refusal) return refusal;

        var documents = await readable.Value.OrderBy(d => d.Kind).ThenBy(d => d.Title).ToListAsync(ct);
        using var bytes = new MemoryStream();
        await using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
            foreach (var document in documents)
            {
                var content = await db.ContentAsync(document.Current!.Id, ct);
                await AddAsync(archive, names, document.Language, await files.MakeAsync(document, document.Current, content, asPdf: false, ct), ct);
                if (document.Current.Format == DocumentFormat.Markdown)
                    await AddAsync(archive, names, document.Language, await files.MakeAsync(document, document.Current, content, asPdf: true, ct), ct);
            }
        }

        if (isRead) await reading.NoteAsync(db, documents, nppoId, actor, ct);
        return new DocumentDownload("integration-documents.zip", "application/zip", bytes.ToArray());
    }

    private static async Task AddAsync(ZipArchive archive, HashSet<string> names, string folder, DocumentDownload file, CancellationToken ct)
    {
        var (stem, ending) = (Path.GetFileNameWithoutExtension(file.Name), Path.GetExtension(file.Name));
        var name = $"{folder}/{file.Name}";
        for (var number = 2; !names.Add(name); number++) name = $"{folder}/{stem}-{number}{ending}";
        await using var stream = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await stream.WriteAsync(file.Bytes, ct);
    }
}
