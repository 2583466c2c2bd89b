using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="NppoId">Whose members.</param>
/// <param name="Search">In the name or the address.</param>
/// <param name="Status">Only this state; null for everybody who is, or may soon be, a member.</param>
/// <param name="Role">Only this role.</param>
/// <param name="Page">From 1.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; by role where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListMembersRequest(
    Guid NppoId, string? Search = null, MemberStatus? Status = null, NppoRole? Role = null, int Page = 1, string? Sort = null,
    int Size = Paging.Size);

/// <param name="Members">One page: administrators first unless another order is asked for, then by name, open invitations last.</param>
/// <param name="Requests">People who ask to join, the oldest first; empty for who may not answer them.</param>
/// <param name="Administrators">How many are active.</param>
/// <param name="MayInvite">Whether the reader may invite, and answer requests.</param>
/// <param name="MayManage">Whether the reader may change roles, suspend and remove.</param>
public sealed record MemberList(
    PageOf<MemberRow> Members, IReadOnlyList<Member> Requests, int Administrators, bool MayInvite, bool MayManage);

/// <summary>The people of an organization, one page at a time.</summary>
internal sealed class ListMembers(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<MemberList>> HandleAsync(ListMembersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersView, request.NppoId, ct) is { } refusal) return refusal;

        var mayInvite = await db.AllowsOnNppoAsync(actor, Permission.MembersInvite, request.NppoId, ct);
        var mayManage = await db.AllowsOnNppoAsync(actor, Permission.MembersManage, request.NppoId, ct);
        var page = await (await FilteredMembers.FindAsync(db, request, mayManage, ct)).ToPageAsync(request.Page, ct, request.Size);
        var rows = await MemberRows.ReadAsync(db, page.Items, mayManage, time.GetUtcNow().UtcDateTime, ct);
        var requests = mayInvite
            ? await db.Set<Member>().AsNoTracking().Where(m => m.NppoId == request.NppoId && m.Status == MemberStatus.JoinRequested)
            .OrderBy(m => m.StatusSince).ToListAsync(ct)
            : [];
        var administrators = await db.AdministratorsOf(request.NppoId).CountAsync(ct);
        return new MemberList(page.With(rows), requests, administrators, mayInvite, mayManage);
    }
}
