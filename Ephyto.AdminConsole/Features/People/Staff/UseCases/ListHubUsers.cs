using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Staff.Emails;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <param name="Search">In the name or the address.</param>
/// <param name="Role">Only people with this role.</param>
/// <param name="Status">Only people in this state; without it, those who hold or are offered a role.</param>
/// <param name="Page">From 1.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; by role where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListHubUsersRequest(
    string? Search, HubRole? Role, HubUserStatus? Status, int Page, string? Sort = null, int Size = Paging.Size);

/// <summary>How the e-mail with an invitation fares.</summary>
public sealed record HubInvitationEmail(EmailState State, string? LastError);

/// <param name="User">The person.</param>
/// <param name="LastSignInAt">Null where they never signed in.</param>
/// <param name="HasSecondFactor">Whether the account asks for a second factor; null while there is no account.</param>
/// <param name="Email">For an open invitation: what became of its newest e-mail.</param>
/// <param name="UsableUntil">For an open invitation: when its link ceases to work; null when it has.</param>
/// <param name="IsReader">Whether it is the reader's own role.</param>
public sealed record HubUserRow(
    HubUser User, DateTime? LastSignInAt, bool? HasSecondFactor, HubInvitationEmail? Email, DateTime? UsableUntil, bool IsReader);

/// <param name="Administrators">Active ones in the whole hub, whatever the filter.</param>
internal sealed record HubUserList(PageOf<HubUserRow> Page, int Administrators);

/// <summary>The people of the hub, one page at a time: by role, then by name, unless another order is asked for.</summary>
internal sealed class ListHubUsers(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<HubUserList>> HandleAsync(ListHubUsersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.HubUsersManage, ct) is { } refusal) return refusal;

        var page = await (await HubUserFilter.FindAsync(db, request, ct)).ToPageAsync(request.Page, ct, request.Size);
        var administrators = await db.HubAdministrators().CountAsync(ct);
        return new HubUserList(page.With(await RowsAsync(db, page.Items, actor, time.GetUtcNow().UtcDateTime, ct)), administrators);
    }

    /// <summary>In the order of the people.</summary>
    public static async Task<List<HubUserRow>> RowsAsync(ConsoleDbContext db, IReadOnlyList<HubUser> users, Actor reader, DateTime now,
        CancellationToken ct)
    {
        var accountIds = users.Where(u => u.UserId is not null).Select(u => u.UserId!.Value).ToList();
        var accounts = await db.Users.AsNoTracking().Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var invited = users.Where(u => u.Status == HubUserStatus.Invited).Select(u => u.Id).ToList();
        var emails = (await db.Set<OutgoingEmail>().AsNoTracking()
                .Where(e => e.SubjectKind == SubjectKinds.HubUser && invited.Contains(e.SubjectId)
                    && e.Kind == HubUserEmails.InvitationKind.Code)
                .Select(e => new { e.SubjectId, e.QueuedAt, e.State, e.LastError }).ToListAsync(ct))
            .GroupBy(e => e.SubjectId).ToDictionary(same => same.Key, same => same.MaxBy(e => e.QueuedAt)!);
        var links = await db.Set<AccessLink>().AsNoTracking()
            .Where(l => l.Purpose == LinkPurpose.ActivateHubUser && invited.Contains(l.SubjectId) && l.UsedAt == null && l.RevokedAt == null
                && l.ExpiresAt > now)
            .GroupBy(l => l.SubjectId).ToDictionaryAsync(same => same.Key, same => same.Max(l => l.ExpiresAt), ct);
        return [.. users.Select(u =>
        {
            var account = u.UserId is { } id ? accounts.GetValueOrDefault(id) : null;
            var email = emails.GetValueOrDefault(u.Id);
            return new HubUserRow(
                u, account?.LastSignInAt, account?.TwoFactorEnabled, email is null ? null : new(email.State, email.LastError),
                links.TryGetValue(u.Id, out var until) ? until : null, u.UserId == reader.Id);
        })];
    }
}
