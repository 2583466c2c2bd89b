using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>
/// Answers whether an actor may do something, from the store as it is now: a page may be old, a right taken away is not there.
/// </summary>
internal static class AccessGuard
{
    /// <returns>The refusal, or null when it is allowed.</returns>
    public static async Task<DomainError?> RefuseOnHubAsync(this ConsoleDbContext db, Actor actor, Permission permission,
        CancellationToken ct) =>
        await db.AllowsOnHubAsync(actor, permission, ct) ? null : db.Refused(actor, null);

    /// <inheritdoc cref="RefuseOnHubAsync"/>
    /// <remarks>Who may view the hub's NPPOs may view each of them; nobody of the hub acts inside one.</remarks>
    public static async Task<DomainError?> RefuseOnNppoAsync(
        this ConsoleDbContext db, Actor actor, Permission permission, Guid nppoId, CancellationToken ct) =>
        await db.AllowsOnNppoAsync(actor, permission, nppoId, ct) ? null : db.Refused(actor, nppoId);

    /// <summary>For what a page offers: nobody has asked for it, so that no refusal is noted.</summary>
    public static async Task<bool> AllowsOnHubAsync(this ConsoleDbContext db, Actor actor, Permission permission, CancellationToken ct) =>
        await db.HubRoleOfAsync(actor, ct) is { } held && held.Allows(permission);

    /// <inheritdoc cref="AllowsOnHubAsync"/>
    public static async Task<bool> AllowsOnNppoAsync(this ConsoleDbContext db, Actor actor, Permission permission, Guid nppoId,
        CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return false;
        var roles = await db.RightfulMembers().Where(m => m.NppoId == nppoId && m.UserId == actor.Id).Select(m => m.Role).ToListAsync(ct);
        return roles.Any(role => role.Allows(permission))
            || (permission is Permission.NppoView or Permission.MembersView && await db.AllowsOnHubAsync(actor, Permission.NpposView, ct));
    }

    private static DomainError Refused(this ConsoleDbContext db, Actor actor, Guid? nppoId)
    {
        db.GetService<SecurityWatch>().Note(SecuritySignal.RightRefused, actor.Kind == ActorKind.User ? actor.Id : null, nppoId);
        return AccessErrors.NotAllowed;
    }

    public static async Task<HubRole?> HubRoleOfAsync(this ConsoleDbContext db, Actor actor, CancellationToken ct) =>
        actor.Kind != ActorKind.User ? null
        : await db.RightfulHubUsers().Where(u => u.UserId == actor.Id).Select(u => (HubRole?)u.Role).FirstOrDefaultAsync(ct);

    /// <summary>Members whose role gives rights now: active, and in an organization that is neither suspended nor closed.</summary>
    public static IQueryable<Member> RightfulMembers(this ConsoleDbContext db) => db.Set<Member>().AsNoTracking().Where(m =>
        m.Status == MemberStatus.Active
        && db.Set<Nppo>().Any(n => n.Id == m.NppoId && n.Status != NppoStatus.Suspended && n.Status != NppoStatus.Closed));

    /// <summary>Whether the membership of an organization has ended: nobody enters it any more.</summary>
    public static Task<bool> IsClosedAsync(this ConsoleDbContext db, Guid nppoId, CancellationToken ct) =>
        db.Set<Nppo>().AnyAsync(n => n.Id == nppoId && n.Status == NppoStatus.Closed, ct);

    /// <summary>People of the hub whose role gives rights now.</summary>
    public static IQueryable<HubUser> RightfulHubUsers(this ConsoleDbContext db)
    {
        // An end is an instant: the clock of the console, not the next look of a background worker, decides.
        var now = db.GetService<TimeProvider>().GetUtcNow().UtcDateTime;
        return db.Set<HubUser>().AsNoTracking().Where(u => u.Status == HubUserStatus.Active && (u.RoleUntil == null || u.RoleUntil > now));
    }
}
