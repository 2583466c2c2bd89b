using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="Page">From 1.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; the reader's own language first where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListDocumentsRequest(Guid NppoId, int Page = 1, string? Sort = null, int Size = Paging.Size);

/// <summary>One document as its readers see it.</summary>
/// <param name="Document">With its published version.</param>
/// <param name="Held">The newest version that the reader has opened or downloaded; null where none.</param>
public sealed record ReadableDocument(IntegrationDocument Document, int? Held)
{
    public bool IsNewer => Held is { } held && Document.Current!.Number > held;
}

/// <summary>The published documents that a member may read, one page at a time.</summary>
internal sealed class ListDocuments(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>
    /// By the keys of the columns; of those that are alike by kind and title. The reader's own language stands before the others.
    /// </summary>
    public static ListOrders<Found> Orders => OrdersFor(Languages.Current.Code);

    public async Task<Result<PageOf<ReadableDocument>>> HandleAsync(ListDocumentsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var readable = await db.ReadableAsync(actor, request.NppoId, ct);
        if (readable.Error is { } refusal) return refusal;

        return await Rows(db, readable.Value, request.Sort, actor).ToPageAsync(request.Page, ct, request.Size);
    }

    public static IQueryable<ReadableDocument> Rows(
        ConsoleDbContext db, IQueryable<IntegrationDocument> documents, string? sort, Actor reader)
    {
        var found = documents.Select(document => new Found
        {
            Document = document,
            Held = document.Versions.Where(v => db.Set<DocumentReceipt>().Any(r => r.UserId == reader.Id && r.VersionId == v.Id))
                .Max(v => (int?)v.Number),
        });
        return Orders.Apply(found, sort).Select(one => new ReadableDocument(one.Document, one.Held));
    }

    private static ListOrders<Found> OrdersFor(string own) => new ListOrders<Found>("language", ByKind)
        .By("title", found => found.Document.Title)
        .ByPlace("kind", found => found.Document.Kind)
        .By("language", found => found.Document.Language == own ? "" : found.Document.Language)
        .By("version",
            found => found.Document.Versions.Where(v => v.Status == DocumentVersionStatus.Published).Select(v => v.Number).First())
        .By("since",
            found => found.Document.Versions.Where(v => v.Status == DocumentVersionStatus.Published).Select(v => v.StatusSince).First())
        .By("yours", found => found.Held ?? 0)
        .By("size", found => found.Document.Versions.Where(v => v.Status == DocumentVersionStatus.Published).Select(v => v.Size).First());

    private static IOrderedQueryable<Found> ByKind(IOrderedQueryable<Found> rows, bool falls) =>
        rows.ThenBy(ListOrders<Found>.PlaceOf(found => found.Document.Kind)).ThenBy(found => found.Document.Title)
            .ThenBy(found => found.Document.Id);

    /// <summary>A document beside what the reader has of it.</summary>
    internal sealed class Found
    {
        public required IntegrationDocument Document { get; init; }

        public required int? Held { get; init; }
    }
}
