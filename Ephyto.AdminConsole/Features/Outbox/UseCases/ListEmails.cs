using System.Linq.Expressions;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Delivery;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <param name="Search">Beginnings of words of the address or the subject.</param>
/// <param name="State">Only e-mails in this state.</param>
/// <param name="Kind">Only e-mails of this kind.</param>
/// <param name="Page">From 1.</param>
/// <param name="Undelivered">Only e-mails that failed and were neither sent again nor dealt with.</param>
/// <param name="SentSince">Only e-mails that a mail server took at this moment or later, UTC.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; the newest first where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListEmailsRequest(
    string? Search, EmailState? State, string? Kind, int Page, bool Undelivered = false, DateTime? SentSince = null,
    string? Sort = null, int Size = Paging.Size);

/// <summary>An e-mail without its bodies.</summary>
/// <param name="ResentAs">The e-mail that was queued in its place.</param>
/// <param name="SettledAt">Since when its failure needs nobody any more.</param>
public sealed record EmailRow(
    Guid Id, string Kind, string To, string Language, string Subject, EmailState State, int Attempts, DateTime QueuedAt, DateTime? SentAt,
    DateTime NextAttemptAt, DateTime? ClaimedUntil, string? LastError, DeliveryTrouble? NotedTrouble, Guid? ResentAs, DateTime? SettledAt)
{
    /// <summary>What the last answer of the mail server means; null where there is none.</summary>
    public DeliveryTrouble? Trouble => NotedTrouble ?? (LastError is null ? null : DeliveryTroubles.OfWords(LastError));
}

/// <summary>Since when, by whom and why nothing is sent.</summary>
public sealed record SendingPause(DateTime Since, string By, string? Reason);

/// <param name="Kinds">Those of which there are e-mails: of seventy most readers look for one of these.</param>
/// <param name="Pause">Null while e-mails go out.</param>
/// <param name="MayManage">Whether the reader may pause and resume.</param>
internal sealed record EmailList(PageOf<EmailRow> Page, IReadOnlyList<string> Kinds, SendingPause? Pause, bool MayManage);

/// <summary>Every e-mail, the newest first.</summary>
internal sealed class ListEmails(IDbContextFactory<ConsoleDbContext> contexts)
{
    // The bodies stay in the store: a page of them is a hundred times a page of these.
    public static readonly Expression<Func<OutgoingEmail, EmailRow>> Row = e => new EmailRow(
        e.Id, e.Kind, e.To, e.Language, e.Subject, e.State, e.Attempts, e.QueuedAt, e.SentAt, e.NextAttemptAt, e.ClaimedUntil, e.LastError,
        e.Trouble, e.ResentAs, e.SettledAt);

    public static readonly Func<OutgoingEmail, EmailRow> RowOf = Row.Compile();

    /// <summary>By the keys of the columns; of those that are alike the newest first.</summary>
    public static ListOrders<OutgoingEmail> Orders { get; } = new ListOrders<OutgoingEmail>("-queued", Newest)
        .By("to", e => e.To)
        .By("subject", e => e.Subject)
        .By("kind", e => e.Kind)
        .By("language", e => e.Language)
        .ByPlace("state", e => e.State)
        .By("tries", e => e.Attempts)
        .By("queued", e => e.QueuedAt)
        .By("sent", e => e.SentAt)
        .By("next", e => e.NextAttemptAt);

    public async Task<Result<EmailList>> HandleAsync(ListEmailsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxView, ct) is { } refusal) return refusal;

        var page = await Orders.Apply(await FindAsync(db, request, ct), request.Sort).Select(Row)
            .ToBoundedPageAsync(request.Page, ct, request.Size);
        return new EmailList(page, await KindsAsync(db, ct), await db.PauseAsync(ct),
            await db.AllowsOnHubAsync(actor, Permission.OutboxManage, ct));
    }

    // From kind to kind along the index: to ask for the different ones reads as many entries as there are e-mails.
    private static Task<List<string>> KindsAsync(ConsoleDbContext db, CancellationToken ct) => db.Database.SqlQuery<string>(
        $"""
        WITH RECURSIVE kinds(kind) AS (
            SELECT MIN("Kind") FROM "OutgoingEmails"
            UNION ALL
            SELECT (SELECT MIN("Kind") FROM "OutgoingEmails" WHERE "Kind" > kinds.kind) FROM kinds WHERE kinds.kind IS NOT NULL)
        SELECT kind AS "Value" FROM kinds WHERE kind IS NOT NULL
        """).ToListAsync(ct);

    public static async Task<IQueryable<OutgoingEmail>> FindAsync(ConsoleDbContext db, ListEmailsRequest request, CancellationToken ct)
    {
        var query = db.Set<OutgoingEmail>().AsNoTracking();
        if (request.State is { } state) query = query.Where(e => e.State == state);
        if (request.Undelivered) query = query.Undelivered();
        if (request.SentSince is { } since) query = query.Where(e => e.SentAt >= since);
        if (FreeText.Clean(request.Kind, 80) is { } kind) query = query.Where(e => e.Kind == kind);
        return await query.FoundByAsync(db, SubjectKinds.Email, request.Search, countries: null, ct);
    }

    private static IOrderedQueryable<OutgoingEmail> Newest(IOrderedQueryable<OutgoingEmail> rows, bool falls)
    {
        var newest = rows.ThenByDescending(e => e.QueuedAt);
        return newest.ThenBy(e => e.Id, falls);
    }
}
