using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <param name="Search">In the name of the organization or of its country, in any language.</param>
/// <param name="Status">Only organizations in this state.</param>
/// <param name="Page">From 1.</param>
/// <param name="FewAdministrators">Only organizations not closed that have fewer than two active administrators.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; by the country's name where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListNpposRequest(
    string? Search, NppoStatus? Status, int Page, bool FewAdministrators = false, string? Sort = null, int Size = Paging.Size);

/// <param name="Contact">The technical contact, if there is one.</param>
/// <param name="Administrators">Active ones.</param>
/// <param name="LastSignInAt">The latest of any active member.</param>
public sealed record NppoRow(Nppo Nppo, Member? Contact, int Administrators, DateTime? LastSignInAt);

/// <param name="MayManage">Whether the reader may suspend, reactivate and close.</param>
internal sealed record NppoList(PageOf<NppoRow> Page, bool MayManage);

/// <summary>Every organization that the hub knows as a member, one page at a time.</summary>
internal sealed class ListNppos(IDbContextFactory<ConsoleDbContext> contexts, NppoFilter filter)
{
    public async Task<Result<NppoList>> HandleAsync(ListNpposRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;

        var ids = await (await filter.IdsAsync(db, request, ct)).ToPageAsync(request.Page, ct, request.Size);
        var rows = await RowsAsync(db, ids.Items, ct);
        return new NppoList(ids.With(rows), await db.AllowsOnHubAsync(actor, Permission.NpposManage, ct));
    }

    /// <summary>In the order of the ids.</summary>
    public static async Task<List<NppoRow>> RowsAsync(ConsoleDbContext db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var nppos = await db.Set<Nppo>().AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        var contactIds = nppos.Values.Select(n => n.TechnicalContactId).OfType<Guid>().ToList();
        var contacts = await db.Set<Member>().AsNoTracking().Where(m => contactIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var active = await db.Set<Member>().Where(m => ids.Contains(m.NppoId) && m.Status == MemberStatus.Active)
            .GroupJoin(db.Users, m => m.UserId, u => u.Id, (m, accounts) => new { Member = m, accounts })
            .SelectMany(both => both.accounts.DefaultIfEmpty(),
                (both, account) => new { both.Member.NppoId, both.Member.Role, At = account == null ? null : account.LastSignInAt })
            .ToListAsync(ct);
        var people = active.ToLookup(person => person.NppoId);
        return
        [
            .. ids.Select(id => nppos[id]).Select(n => new NppoRow(
                n, n.TechnicalContactId is { } contact ? contacts.GetValueOrDefault(contact) : null,
                people[n.Id].Count(person => person.Role == NppoRole.Administrator), people[n.Id].Max(person => person.At))),
        ];
    }
}
