using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>
/// For a member who lost the telephone: the app, every passkey and the recovery codes cease to work, and all sessions end.
/// The person is told by e-mail, signs in with the password, and sets up a new second factor.
/// </summary>
internal sealed class ResetSecondFactor(IDbContextFactory<ConsoleDbContext> contexts, IdentitySessions sessions, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(Guid memberId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Member>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId, ct) is not { } member)
            return AccessErrors.NotAllowed;
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersManage, member.NppoId, ct) is { } refusal) return refusal;
        if (member.UserId is not { } userId || member.Status is not (MemberStatus.Active or MemberStatus.Suspended))
            return MemberErrors.NotPossibleNow;
        // Who could reset their own would need no second factor to get rid of it.
        if (userId == actor.Id) return AccessErrors.NotAllowed;
        // A role in the hub is not this organization's to weaken.
        if (await db.HubRoleOfAsync(Actor.User(userId), ct) is not null) return AccessErrors.NotAllowed;
        if (await db.Users.SingleAsync(u => u.Id == userId, ct) is not { TwoFactorEnabled: true } user) return MemberErrors.NotPossibleNow;

        user.TwoFactorEnabled = false;
        (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        db.RemoveRange(await db.UserPasskeys.Where(p => p.UserId == userId).ToListAsync(ct));
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.UserId == userId).ToListAsync(ct));
        (await db.SecurityOfAsync(userId, ct)).ResetSecondFactor(member.NppoId, actor, time.GetUtcNow().UtcDateTime);
        await sessions.EndAllAsync(db, userId, except: null, SessionEnd.SecondFactorReset, actor, ct);
        return await db.TrySaveAsync(ct) is { } changed ? changed : member.Id;
    }
}
