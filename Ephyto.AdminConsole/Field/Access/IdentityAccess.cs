using System.Security.Claims;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>What the cookie repeats of the store, as the store has it now.</summary>
/// <param name="Stamp">Another one means: signed out everywhere.</param>
/// <param name="DisplayName">How the person is called.</param>
/// <param name="HasSecondFactor">An authenticator app or a passkey.</param>
/// <param name="HubRole">Null without one.</param>
/// <param name="Memberships">The active ones.</param>
/// <param name="Session">The one that was asked for, if it is the person's.</param>
internal sealed record IdentityAccess(
    string? Stamp, string DisplayName, bool HasSecondFactor, HubRole? HubRole, IReadOnlyList<MembershipClaim> Memberships,
    UserSession? Session)
{
    /// <summary>The claims that steer what is shown; others of the cookie are not compared.</summary>
    private static readonly string[] Compared =
        [ConsoleClaims.DisplayName, ConsoleClaims.HubRole, ConsoleClaims.Membership, ConsoleClaims.SecondFactorMissing];

    /// <summary>Who may do the most is worth the most to a thief.</summary>
    public bool NeedsSecondFactor => HubRole is not null || Memberships.Any(membership => membership.Role == NppoRole.Administrator);

    /// <returns>Null where there is no such account.</returns>
    public static Task<IdentityAccess?> ReadAsync(ConsoleDbContext db, Guid userId, Guid? sessionId, CancellationToken ct)
    {
        var (staff, members) = (db.RightfulHubUsers(), db.RightfulMembers());
        return db.Users.AsNoTracking().AsSingleQuery().Where(u => u.Id == userId).Select(u => new IdentityAccess(
            u.SecurityStamp,
            u.DisplayName,
            u.TwoFactorEnabled,
            staff.Where(h => h.UserId == u.Id).Select(h => (HubRole?)h.Role).FirstOrDefault(),
            members.Where(m => m.UserId == u.Id).Select(m => new MembershipClaim(m.NppoId, m.Role)).ToList(),
            db.Set<UserSession>().FirstOrDefault(s => s.Id == sessionId && s.UserId == u.Id))).SingleOrDefaultAsync(ct);
    }

    public IEnumerable<Claim> ToClaims(bool requireSecondFactor)
    {
        yield return new(ConsoleClaims.DisplayName, DisplayName);
        if (HubRole is { } role) yield return new(ConsoleClaims.HubRole, role.ToString());
        foreach (var membership in Memberships) yield return new(ConsoleClaims.Membership, $"{membership.NppoId:N}:{membership.Role}");
        if (requireSecondFactor && NeedsSecondFactor && !HasSecondFactor) yield return new(ConsoleClaims.SecondFactorMissing, "true");
    }

    /// <summary>The compared claims of a person, as a set.</summary>
    public static HashSet<string> SetOf(IEnumerable<Claim> claims) =>
        [.. claims.Where(claim => Compared.Contains(claim.Type)).Select(claim => $"{claim.Type}={claim.Value}")];
}
