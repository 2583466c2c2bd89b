using System.Linq.Expressions;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;

/// <param name="NppoId">
/// Whose calls, since it left its own system if it has; null: everybody's, also those of which nobody was recognised, for the hub.
/// </param>
/// <param name="Search">A tracking number, the code of a connection or the thumbprint of a certificate, or its beginning.</param>
/// <param name="Operation">Only calls of this operation.</param>
/// <param name="Page">From 1.</param>
/// <param name="Until">Only what was there at this moment, UTC; null: everything.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; the newest first where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListCallsRequest(
    Guid? NppoId, string? Search, SandboxDirection? Direction, string? Operation, SandboxOutcome? Outcome, int Page, DateTime? Until = null,
    string? Sort = null, int Size = Paging.Size);

/// <summary>A call without what was said in it.</summary>
/// <param name="CountryCode">Of the organization; null where none was recognised.</param>
public sealed record CallRow(
    Guid Id, DateTime At, string? CountryCode, string? ConnectionCode, SandboxDirection Direction, string Operation, SandboxOutcome Outcome,
    int HttpStatus, int DurationMilliseconds, int RequestBytes, int AnswerBytes, string? TrackingNumber,
    IReadOnlyList<SandboxExplanation> Explanations, string? Thumbprint, string? CertificateSubject);

/// <param name="Newer">How many fit that came after the moment until which was asked.</param>
internal sealed record CallList(PageOf<CallRow> Page, int Newer);

/// <summary>Every call of the sandbox, the newest first.</summary>
internal sealed class ListCalls(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>No reader counts further.</summary>
    public const int MostNewer = 1_000;

    /// <summary>By the keys of the columns; of those that are alike the newest first.</summary>
    public static ListOrders<SandboxCall> Orders { get; } = new ListOrders<SandboxCall>("-at", Newest)
        .By("at", c => c.At)
        .ByPlace("direction", c => c.Direction)
        .By("connection", c => c.ConnectionCode)
        .By("operation", c => c.Operation)
        .ByPlace("outcome", c => c.Outcome)
        .By("duration", c => c.DurationMilliseconds)
        .By("size", c => c.RequestBytes);

    public async Task<Result<CallList>> HandleAsync(ListCallsRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseAsync(request.NppoId, actor, ct) is { } refusal) return refusal;

        var found = Find(db, request);
        var newer = 0;
        if (request.Until is { } until)
        {
            newer = await found.Where(c => c.At > until).Take(MostNewer).CountAsync(ct);
            found = found.Where(c => c.At <= until);
        }

        var page = await Orders.Apply(found, request.Sort).Select(Row(db)).ToBoundedPageAsync(request.Page, ct, request.Size);
        return new CallList(page, newer);
    }

    // What was said stays in the store: a page of it is a thousand times a page of these.
    public static Expression<Func<SandboxCall, CallRow>> Row(ConsoleDbContext db) => c => new CallRow(
        c.Id, c.At, db.Set<Nppo>().Where(n => n.Id == c.NppoId).Select(n => n.CountryCode).FirstOrDefault(), c.ConnectionCode, c.Direction,
        c.Operation, c.Outcome, c.HttpStatus, c.DurationMilliseconds, c.RequestBytes, c.AnswerBytes, c.TrackingNumber, c.Explanations,
        c.Thumbprint, c.CertificateSubject);

    public static IQueryable<SandboxCall> Find(ConsoleDbContext db, ListCallsRequest request)
    {
        var query = db.Set<SandboxCall>().AsNoTracking();
        if (request.NppoId is { } nppo) query = query.Where(c => c.NppoId == nppo
            && !db.Set<Nppo>().Any(one => one.Id == nppo && one.LeftOwnSystemAt > c.At));
        if (request.Direction is { } direction) query = query.Where(c => c.Direction == direction);
        if (request.Outcome is { } outcome) query = query.Where(c => c.Outcome == outcome);
        if (FreeText.Line(request.Operation, SandboxCall.MaximumOperation) is { } operation)
            query = query.Where(c => c.Operation == operation);
        if (FreeText.Line(request.Search, 100) is not { } text) return query;
        var (number, code) = (SoughtNumber.Of(text), SoughtNumber.CodeOf(text));
        return SoughtNumber.IsWhole(number) ? About(db, query, number, code)
            : query.Where(c => c.TrackingNumber!.StartsWith(number) || c.ConnectionCode == code || c.Thumbprint!.StartsWith(code));
    }

    /// <summary>
    /// Half a thumbprint looks like a whole number.
    /// Also the calls by which its recipient fetched it together with others: what was answered to them names it, as far as it is kept.
    /// </summary>
    private static IQueryable<SandboxCall> About(ConsoleDbContext db, IQueryable<SandboxCall> query, string number, string code)
    {
        var recipient = db.Set<SandboxEnvelope>().Where(e => e.TrackingNumber == number).Select(e => e.ToNppoId);
        return query.Where(c => c.TrackingNumber == number || c.Thumbprint!.StartsWith(code)
            || (c.Operation == "PULLImportEnvelope" && recipient.Contains(c.NppoId) && c.Answer!.Contains(number)));
    }

    private static IOrderedQueryable<SandboxCall> Newest(IOrderedQueryable<SandboxCall> rows, bool falls)
    {
        var newest = rows.ThenByDescending(c => c.At);
        return newest.ThenBy(c => c.Id, falls);
    }
}
