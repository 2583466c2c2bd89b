using System.Security.Claims;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>One of a person's memberships as the store has it, whatever became of it.</summary>
internal sealed record KnownMembership(Guid NppoId, string Organization, NppoRole Role, MemberStatus Status, NppoStatus Nppo)
{
    public bool Holds => Status == MemberStatus.Active && Nppo is not (NppoStatus.Suspended or NppoStatus.Closed);
}

/// <summary>What a person held or holds: the newest state of each membership, and of the role in the hub.</summary>
/// <param name="HubRole">Held now.</param>
/// <param name="HubStatus">Of the newest role in the hub, held or not; null where there never was one.</param>
/// <param name="Memberships">One for each organization.</param>
internal sealed record PersonAccess(HubRole? HubRole, HubUserStatus? HubStatus, IReadOnlyList<KnownMembership> Memberships)
{
    /// <summary>What changed for the reader since their claims were made, in sentences to be; empty where nothing did.</summary>
    public IReadOnlyList<AccessChange> ChangesSince(ClaimsPrincipal known) =>
        [.. HubChanges(HubRoleIn(known)), .. MembershipChanges(known.Memberships())];

    private IEnumerable<AccessChange> HubChanges(HubRole? before)
    {
        if (before == HubRole) yield break;
        if (HubRole is { } now)
            yield return new(before is null ? AccessChangeKind.HubRoleGained : AccessChangeKind.HubRoleChanged, Role: now);
        else yield return new(HubStatus switch
        {
            HubUserStatus.Suspended => AccessChangeKind.HubRoleSuspended,
            HubUserStatus.Left => AccessChangeKind.HubRoleLeft,
            HubUserStatus.Active or HubUserStatus.Expired => AccessChangeKind.HubRoleEnded,
            _ => AccessChangeKind.HubRoleRemoved,
        });
    }

    private IEnumerable<AccessChange> MembershipChanges(IReadOnlyList<MembershipClaim> before)
    {
        foreach (var lost in before.Where(claim => !Memberships.Any(m => m.Holds && m.NppoId == claim.NppoId && m.Role == claim.Role)))
        {
            var now = Memberships.FirstOrDefault(m => m.NppoId == lost.NppoId);
            yield return new(ReasonOf(now), now?.Organization, now is { Holds: true } ? now.Role : null);
        }

        foreach (var gained in Memberships.Where(m => m.Holds && before.All(claim => claim.NppoId != m.NppoId)))
            yield return new(AccessChangeKind.MembershipGained, gained.Organization, gained.Role);
    }

    private static AccessChangeKind ReasonOf(KnownMembership? now) => now switch
    {
        { Holds: true } => AccessChangeKind.RoleChanged,
        { Status: MemberStatus.Active, Nppo: NppoStatus.Closed } => AccessChangeKind.NppoClosed,
        { Status: MemberStatus.Active } => AccessChangeKind.NppoSuspended,
        { Status: MemberStatus.Suspended } => AccessChangeKind.MembershipSuspended,
        { Status: MemberStatus.Removed } => AccessChangeKind.MembershipRemoved,
        { Status: MemberStatus.Left } => AccessChangeKind.MembershipLeft,
        { Status: MemberStatus.Expired } => AccessChangeKind.MembershipEnded,
        _ => AccessChangeKind.MembershipGone,
    };

    private static HubRole? HubRoleIn(ClaimsPrincipal known) =>
        Enum.TryParse<HubRole>(known.FindFirstValue(ConsoleClaims.HubRole), out var role) ? role : null;
}

internal static class PersonAccessStore
{
    public static async Task<PersonAccess> AccessOfAsync(this ConsoleDbContext db, Actor person, CancellationToken ct)
    {
        var rows = await db.Set<Member>().AsNoTracking().Where(m => m.UserId == person.Id)
            .Join(db.Set<Nppo>(), m => m.NppoId, n => n.Id,
                (m, n) => new { m.NppoId, n.Organization.Name, m.Role, m.Status, m.StatusSince, Nppo = n.Status })
            .ToListAsync(ct);
        var memberships = rows.GroupBy(row => row.NppoId)
            .Select(same => same.OrderByDescending(row => row.Status == MemberStatus.Active)
                .ThenByDescending(row => row.StatusSince).First())
            .Select(row => new KnownMembership(row.NppoId, row.Name, row.Role, row.Status, row.Nppo)).ToList();
        var hub = await db.Set<HubUser>().AsNoTracking().Where(u => u.UserId == person.Id)
            .OrderByDescending(u => u.StatusSince).Select(u => (HubUserStatus?)u.Status).FirstOrDefaultAsync(ct);
        return new PersonAccess(await db.HubRoleOfAsync(person, ct), hub, memberships);
    }
}
