using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="Page">From 1.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; by kind where it is none.</param>
/// <param name="Size">Rows of a page.</param>
/// <param name="Search">In the title, or the name of a file.</param>
internal sealed record ListLibraryRequest(int Page = 1, string? Sort = null, int Size = Paging.Size, string? Search = null);

/// <param name="Document">With all its versions.</param>
/// <param name="Holders">Organizations of which somebody has the published version.</param>
public sealed record LibraryItem(IntegrationDocument Document, int Holders)
{
    /// <summary>The version that was added last.</summary>
    public DocumentVersion Newest => Document.Versions.MaxBy(version => version.Number)!;
}

/// <param name="MayManage">Whether the reader may change the library.</param>
internal sealed record LibraryPageView(PageOf<LibraryItem> Page, bool MayManage);

/// <summary>The library, as the hub sees it, one page at a time.</summary>
internal sealed class ListLibrary(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>By the keys of the columns; of those that are alike by title.</summary>
    public static ListOrders<Found> Orders { get; } = new ListOrders<Found>("kind", ByTitle)
        .By("title", found => found.Document.Title)
        .ByPlace("kind", found => found.Document.Kind)
        .By("language", found => found.Document.Language)
        .ByPlace("audience", found => found.Document.Audience)
        .By("version",
            found => found.Document.Versions.Where(v => v.Status == DocumentVersionStatus.Published).Select(v => v.Number).FirstOrDefault())
        .ByPlace("state", found => found.Document.Versions.OrderByDescending(v => v.Number).Select(v => v.Status).First())
        .By("since", found => found.Document.Versions.OrderByDescending(v => v.Number).Select(v => v.StatusSince).First())
        .By("holders", found => found.Holders);

    public async Task<Result<LibraryPageView>> HandleAsync(ListLibraryRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LibraryView, ct) is { } refusal) return refusal;

        var found = await FoundAsync(db, request.Search, ct);
        var page = await Orders.Apply(found, request.Sort).Select(one => new LibraryItem(one.Document, one.Holders))
            .ToPageAsync(request.Page, ct, request.Size);
        return new LibraryPageView(page, await db.AllowsOnHubAsync(actor, Permission.LibraryManage, ct));
    }

    /// <summary>The library is short: its titles are read whole.</summary>
    public static async Task<IQueryable<Found>> FoundAsync(ConsoleDbContext db, string? search, CancellationToken ct)
    {
        if (FreeText.Line(search, 100) is null) return Find(db);
        var documents = await db.Set<IntegrationDocument>().AsNoTracking()
            .Select(document => new { document.Id, document.Title, Files = document.Versions.Select(v => v.FileName).ToList() })
            .ToListAsync(ct);
        var hits = documents.Where(document => SearchWords.AreIn(search, [document.Title, .. document.Files]))
            .Select(document => document.Id).ToList();
        return Find(db).Where(found => hits.Contains(found.Document.Id));
    }

    public static IQueryable<Found> Find(ConsoleDbContext db) => db.Set<IntegrationDocument>().AsNoTracking().Select(document => new Found
    {
        Document = document,
        Holders = db.Set<DocumentReceipt>()
            .Where(receipt => document.Versions.Any(v => v.Id == receipt.VersionId && v.Status == DocumentVersionStatus.Published))
            .Select(receipt => receipt.NppoId).Distinct().Count(),
    });

    private static IOrderedQueryable<Found> ByTitle(IOrderedQueryable<Found> rows, bool falls) =>
        rows.ThenBy(found => found.Document.Title).ThenBy(found => found.Document.Language).ThenBy(found => found.Document.Id);

    /// <summary>A document beside the number of those who have it.</summary>
    internal sealed class Found
    {
        public required IntegrationDocument Document { get; init; }

        public required int Holders { get; init; }
    }
}
