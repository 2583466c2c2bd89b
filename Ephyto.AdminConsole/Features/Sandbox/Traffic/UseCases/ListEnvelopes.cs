using System.Linq.Expressions;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;

/// <param name="NppoId">Whose envelopes, sent or received, since it left its own system if it has; null: everybody's, for the hub.</param>
/// <param name="Search">A tracking number, the code of a connection or the number of a certificate, or its beginning.</param>
/// <param name="State">Only envelopes in this state.</param>
/// <param name="Page">From 1.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; the newest first where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListEnvelopesRequest(
    Guid? NppoId, string? Search, TrackingState? State, int Page, string? Sort = null, int Size = Paging.Size);

/// <summary>An envelope without its content.</summary>
/// <param name="CopyOf">Where it is a channel's copy, the number of the envelope.</param>
public sealed record EnvelopeRow(
    Guid Id, string TrackingNumber, string From, string To, int CertificateType, int CertificateStatus, string CertificateNumber,
    EnvelopeForm Form, TrackingState State, DateTime StateSince, string? Words, IReadOnlyList<SandboxForwarding> Forwardings,
    string? CopyOf, DateTime SentAt, DateTime? FetchedAt, int ContentBytes);

/// <summary>The envelopes of the sandbox and where they are, the newest first.</summary>
internal sealed class ListEnvelopes(IDbContextFactory<ConsoleDbContext> contexts)
{
    // The contents stay in the store.
    public static readonly Expression<Func<SandboxEnvelope, EnvelopeRow>> Row = e => new EnvelopeRow(
        e.Id, e.TrackingNumber, e.From, e.To, e.CertificateType, e.CertificateStatus, e.CertificateNumber, e.Form, e.State, e.StateSince,
        e.Words, e.Forwardings, e.CopyOf, e.SentAt, e.FetchedAt, e.ContentBytes);

    /// <summary>By the keys of the columns; of those that are alike the newest first.</summary>
    public static ListOrders<SandboxEnvelope> Orders { get; } = new ListOrders<SandboxEnvelope>("-sent", Newest)
        .By("number", e => e.CertificateNumber)
        .By("from", e => e.From)
        .By("to", e => e.To)
        .ByPlace("state", e => e.State)
        .By("since", e => e.StateSince)
        .By("sent", e => e.SentAt)
        .By("fetched", e => e.FetchedAt)
        .By("size", e => e.ContentBytes);

    public async Task<Result<PageOf<EnvelopeRow>>> HandleAsync(ListEnvelopesRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseAsync(request.NppoId, actor, ct) is { } refusal) return refusal;
        return await Orders.Apply(Find(db, request), request.Sort).Select(Row).ToBoundedPageAsync(request.Page, ct, request.Size);
    }

    public static IQueryable<SandboxEnvelope> Find(ConsoleDbContext db, ListEnvelopesRequest request)
    {
        var query = db.Set<SandboxEnvelope>().AsNoTracking();
        if (request.NppoId is { } nppo) query = query.Where(e => (e.FromNppoId == nppo || e.ToNppoId == nppo)
            && !db.Set<Nppo>().Any(one => one.Id == nppo && one.LeftOwnSystemAt > e.SentAt));
        if (request.State is { } state) query = query.Where(e => e.State == state);
        if (FreeText.Line(request.Search, SandboxEnvelope.MaximumCertificateNumber) is not { } text) return query;
        var (number, code) = (SoughtNumber.Of(text), SoughtNumber.CodeOf(text));
        // Certificates are numbered in one case nearly everywhere; the databases do not agree on how to compare without it.
        var (lower, upper) = (text.ToLowerInvariant(), text.ToUpperInvariant());
        return query.Where(e => e.TrackingNumber.StartsWith(number) || e.CopyOf == number || e.From == code || e.To == code
            || e.CertificateNumber.StartsWith(text) || e.CertificateNumber.StartsWith(lower)
            || e.CertificateNumber.StartsWith(upper));
    }

    private static IOrderedQueryable<SandboxEnvelope> Newest(IOrderedQueryable<SandboxEnvelope> rows, bool falls)
    {
        var newest = rows.ThenByDescending(e => e.SentAt);
        return newest.ThenBy(e => e.Id, falls);
    }
}
