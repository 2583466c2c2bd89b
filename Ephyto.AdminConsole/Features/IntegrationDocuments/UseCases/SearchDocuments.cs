using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Platform.Rendering;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="Words">All of them have to stand in one chapter, in any order and case.</param>
internal sealed record SearchDocumentsRequest(Guid NppoId, string? Words);

/// <summary>A chapter in which the words stand.</summary>
/// <param name="Anchor">Its place in the document; empty before the first chapter.</param>
/// <param name="Excerpt">What stands around the first word.</param>
public sealed record DocumentHit(Guid DocumentId, string Title, string Language, string Chapter, string Anchor, string Excerpt);

/// <summary>Finds words inside the published documents that can be read in the console.</summary>
internal sealed class SearchDocuments(IDbContextFactory<ConsoleDbContext> contexts, MadeOnce made)
{
    public const int Most = 50;

    public async Task<Result<IReadOnlyList<DocumentHit>>> HandleAsync(SearchDocumentsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var readable = await db.ReadableAsync(actor, request.NppoId, ct);
        if (readable.Error is { } refusal) return refusal;
        var words = (FreeText.Line(request.Words, 100) ?? "").Split([' ', '\n'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return Result<IReadOnlyList<DocumentHit>>.Success([]);

        List<DocumentHit> hits = [];
        foreach (var document in await readable.Value.OrderBy(d => d.Kind).ThenBy(d => d.Title).ToListAsync(ct))
        {
            if (document.Current is not { Format: DocumentFormat.Markdown } current) continue;
            var content = await db.ContentAsync(current.Id, ct);
            var chapters = await made.GetAsync<IReadOnlyList<DocumentChapter>>(
                $"chapters:{current.Sha256}", gone => [.. DocumentChapter.Of(MarkdownText.Parse(content, gone), gone)],
                all => all.Sum(chapter => 2L * chapter.Text.Length), ct);
            hits.AddRange(from chapter in chapters
                          where words.All(word => chapter.Contains(word))
                          select new DocumentHit(document.Id, document.Title, document.Language, chapter.Title, chapter.Anchor,
                              chapter.ExcerptAround(words[0])));
        }

        return Result<IReadOnlyList<DocumentHit>>.Success([.. hits.Take(Most)]);
    }
}
