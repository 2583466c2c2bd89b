using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Answers whether an actor may do something, from the store as it is now: a page may be old, a right taken away is not there.
/// </summary>
internal static class AccessGuard
{
    /// <returns>The refusal, or null when it is allowed.</returns>
    public static async Task<DomainError?> RefuseOnHubAsync(this ConsoleDbContext db, Actor actor, Permission permission, CancellationToken ct)
    {
        var role = await db.HubRoleOfAsync(actor, ct);
        return role is { } held && held.Allows(permission) ? null : AccessErrors.NotAllowed;
    }

    /// <inheritdoc cref="RefuseOnHubAsync"/>
    /// <remarks>Who may view the hub's NPPOs may view each of them; nobody of the hub acts inside one.</remarks>
    public static async Task<DomainError?> RefuseOnNppoAsync(
        this ConsoleDbContext db, Actor actor, Permission permission, Guid nppoId, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return AccessErrors.NotAllowed;
        var roles = await db.Set<Member>().AsNoTracking()
            .Where(m => m.NppoId == nppoId && m.UserId == actor.Id && m.Status == MemberStatus.Active).Select(m => m.Role).ToListAsync(ct);
        if (roles.Any(role => role.Allows(permission))) return null;
        return permission is Permission.NppoView or Permission.MembersView && await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is null
            ? null : AccessErrors.NotAllowed;
    }

    public static async Task<HubRole?> HubRoleOfAsync(this ConsoleDbContext db, Actor actor, CancellationToken ct) =>
        actor.Kind != ActorKind.User ? null
        : await db.Set<HubUser>().AsNoTracking().Where(u => u.Id == actor.Id && u.IsActive).Select(u => (HubRole?)u.Role).SingleOrDefaultAsync(ct);
}
