using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <param name="Page">From 1.</param>
/// <param name="Sort"><see cref="ListAudit.OldestFirst"/>; the newest first where it is anything else.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListAuditRequest(AuditFilter Filter, int Page = 1, string? Sort = null, int Size = Paging.Size);

/// <param name="Page">One page of the lines.</param>
/// <param name="Person">The account that is asked for.</param>
/// <param name="About">What is asked for.</param>
/// <param name="Nppos">Those that can be asked for.</param>
internal sealed record AuditList(PageOf<AuditLine> Page, AuditThing? Person, AuditThing? About, IReadOnlyList<AuditThing> Nppos);

/// <summary>
/// Every act of every person and of the console, for the hub. It grows without end, so that the only order is that of time,
/// which is that of the numbers: every filter has an index for it.
/// </summary>
internal sealed class ListAudit(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>By time, rising.</summary>
    public const string OldestFirst = "time";

    public async Task<Result<AuditList>> HandleAsync(ListAuditRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.AuditView, ct) is { } refusal) return refusal;

        var reader = await db.ReaderAsync(actor, ct);
        var page = await request.Filter.PageAsync(db, request.Page, ct, request.Size, request.Sort == OldestFirst);
        var asked = new[] { request.Filter.PersonId is { } person ? new SubjectRef(SubjectKinds.Account, person) : (SubjectRef?)null,
            request.Filter.About };
        var names = await AuditNames.ReadAsync(db, reader, asked.OfType<SubjectRef>(), ct);
        var nppos = await db.Set<Nppo>().AsNoTracking().Select(n => new { n.Id, n.Organization.Name, n.CountryCode }).ToListAsync(ct);
        return new AuditList(
            page.With(await AuditLines.ReadAsync(db, reader, page.Items, ct)),
            asked[0] is { } who ? names.Of(who) : null, asked[1] is { } what ? names.Of(what) : null,
            [.. nppos.Select(n => new AuditThing(new(SubjectKinds.Nppo, n.Id), n.Name, n.CountryCode))]);
    }
}

internal static class AuditReading
{
    public static async Task<AuditReader> ReaderAsync(this ConsoleDbContext db, Actor actor, CancellationToken ct) =>
        new(null, await db.AllowsOnHubAsync(actor, Permission.HubUsersManage, ct));
}
