using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Members.UseCases;

/// <param name="NppoId">Whose members.</param>
/// <param name="Search">In the name or the address.</param>
/// <param name="Status">Only this state; null for everybody who is, or may soon be, a member.</param>
/// <param name="Role">Only this role.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListMembersRequest(Guid NppoId, string? Search = null, MemberStatus? Status = null, NppoRole? Role = null, int Page = 1);

/// <param name="Members">One page: administrators first, then by name, open invitations last.</param>
/// <param name="Total">How many the whole list has.</param>
/// <param name="Number">Of the page, from 1.</param>
/// <param name="Requests">People who ask to join, the oldest first; empty for who may not answer them.</param>
/// <param name="Administrators">How many are active.</param>
/// <param name="MayInvite">Whether the reader may invite, and answer requests.</param>
/// <param name="MayManage">Whether the reader may change roles, suspend and remove.</param>
public sealed record MemberList(
    IReadOnlyList<MemberRow> Members, int Total, int Number, IReadOnlyList<Member> Requests, int Administrators, bool MayInvite, bool MayManage);

/// <summary>The people of an organisation, one page at a time.</summary>
internal sealed class ListMembers(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<MemberList>> HandleAsync(ListMembersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersView, request.NppoId, ct) is { } refusal) return refusal;

        var mayInvite = await db.RefuseOnNppoAsync(actor, Permission.MembersInvite, request.NppoId, ct) is null;
        var mayManage = await db.RefuseOnNppoAsync(actor, Permission.MembersManage, request.NppoId, ct) is null;
        var page = await Filter(db, request).ToPageAsync(request.Page, ct);
        var rows = await MemberRows.ReadAsync(db, page.Items, time.GetUtcNow().UtcDateTime, ct);
        var requests = mayInvite
            ? await db.Set<Member>().AsNoTracking().Where(m => m.NppoId == request.NppoId && m.Status == MemberStatus.JoinRequested).OrderBy(m => m.StatusSince).ToListAsync(ct)
            : [];
        var administrators = await db.AdministratorsOf(request.NppoId).CountAsync(ct);
        return new MemberList(rows, page.Total, page.Number, requests, administrators, mayInvite, mayManage);
    }

    public static IQueryable<Member> Filter(ConsoleDbContext db, ListMembersRequest request)
    {
        var query = db.Set<Member>().AsNoTracking().Where(m => m.NppoId == request.NppoId && m.Status != MemberStatus.JoinRequested);
        query = request.Status is { } status ? query.Where(m => m.Status == status) : query.Where(m => m.CurrentKey != null);
        if (request.Role is { } role) query = query.Where(m => m.Role == role);
        if (FreeText.Clean(request.Search, 100) is { } text) query = Matching(query, text);
        return query.OrderBy(m => m.Status == MemberStatus.Invited).ThenBy(m => m.Role)
            .ThenBy(m => m.Person.FamilyName).ThenBy(m => m.Person.GivenName).ThenBy(m => m.Email).ThenBy(m => m.Id);
    }

    private static IQueryable<Member> Matching(IQueryable<Member> query, string text)
    {
        var lower = text.ToLowerInvariant();
        // The comparison is the database's: no culture and no StringComparison reaches it.
#pragma warning disable CA1304, CA1311, CA1862
        return query.Where(m => m.Email.Contains(lower)
            || (m.Person.GivenName + " " + m.Person.FamilyName).ToLower().Contains(lower)
            || m.Person.GivenName.Contains(text) || m.Person.FamilyName.Contains(text));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
