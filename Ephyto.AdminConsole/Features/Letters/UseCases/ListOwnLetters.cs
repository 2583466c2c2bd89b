using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Page">From 1.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; the newest first where it is none.</param>
/// <param name="Size">Rows of a page.</param>
/// <param name="Search">In the number, or the addressee.</param>
internal sealed record ListOwnLettersRequest(
    Guid NppoId, int Page, string? Sort = null, int Size = Paging.Size, string? Search = null);

/// <param name="CountryCode">Of the organization.</param>
/// <param name="HasOpenRequest">Whether one is with the Secretariat.</param>
/// <param name="MayAsk">Whether the reader may ask, and take back.</param>
/// <param name="HasAny">Whether there is a letter at all, found or not.</param>
internal sealed record OwnLetters(
    PageOf<ParticipationLetter> Page, string CountryCode, bool HasOpenRequest, bool MayAsk, bool HasAny);

/// <summary>The letters of one organization, for its own people.</summary>
internal sealed class ListOwnLetters(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>By the keys of the columns; of those that are alike the one that was asked for last stands first.</summary>
    public static ListOrders<ParticipationLetter> Orders { get; } = new ListOrders<ParticipationLetter>("-requested", Newest)
        .By("letter", letter => ((letter.NumberYear ?? 0) * 1_000_000) + (letter.NumberOrdinal ?? 0))
        .ByPlace("state", letter => letter.Status)
        .By("addressee", letter => letter.Addressee ?? "")
        .By("language", letter => letter.Language)
        .By("requested", letter => letter.RequestedAt)
        .By("issued", letter => letter.IssuedAt ?? DateTime.UnixEpoch);

    public async Task<Result<OwnLetters>> HandleAsync(ListOwnLettersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, request.NppoId, ct) is { } refusal) return refusal;

        var nppo = await db.NppoOfAsync(request.NppoId, ct);
        var own = Of(db, request.NppoId);
        var found = await FoundAsync(own, request.Search, ct);
        var page = await Orders.Apply(found, request.Sort).ToPageAsync(request.Page, ct, request.Size);
        var mayAsk = await db.AllowsOnNppoAsync(actor, Permission.LettersAsk, request.NppoId, ct);
        return new OwnLetters(page, nppo.CountryCode, await own.AnyAsync(letter => letter.OpenNppoId != null, ct), mayAsk,
            page.Total > 0 || await own.AnyAsync(ct));
    }

    public static IQueryable<ParticipationLetter> Of(ConsoleDbContext db, Guid nppoId) =>
        db.Set<ParticipationLetter>().AsNoTracking().Where(letter => letter.NppoId == nppoId);

    /// <summary>The letters of one organization are few: they are looked through whole.</summary>
    public static async Task<IQueryable<ParticipationLetter>> FoundAsync(
        IQueryable<ParticipationLetter> own, string? search, CancellationToken ct)
    {
        if (FreeText.Line(search, 100) is null) return own;
        var hits = (await own.ToListAsync(ct)).Where(letter => SearchWords.AreIn(search, letter.Number?.ToString(), letter.Addressee))
            .Select(letter => letter.Id).ToList();
        return own.Where(letter => hits.Contains(letter.Id));
    }

    private static IOrderedQueryable<ParticipationLetter> Newest(IOrderedQueryable<ParticipationLetter> rows, bool falls)
    {
        var newest = rows.ThenByDescending(letter => letter.RequestedAt);
        return newest.ThenBy(letter => letter.Id, falls);
    }
}
