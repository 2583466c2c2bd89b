using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="Id">The member on whom somebody acts.</param>
/// <param name="Version">As the actor saw the member: who decides on something older is asked to look again.</param>
public sealed record SeenMember(Guid Id, int Version);

/// <summary>
/// What every act on somebody's access shares. All of them in one organisation happen one after the other, so that two
/// administrators who take each other's role at the same moment leave one of them.
/// </summary>
internal sealed class AccessAct(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    /// <param name="seen">On whom.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The domain's method, with the number of other active administrators and the moment.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<MemberStatus>> ActAsync(
        SeenMember seen, Actor actor, Func<Member, int, DateTime, Result> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // A stranger hears the same about a member who exists and one who does not.
        if (await db.Set<Member>().Where(m => m.Id == seen.Id).Select(m => (Guid?)m.NppoId).SingleOrDefaultAsync(ct) is not { } nppoId) return AccessErrors.NotAllowed;

        await using var transaction = await db.LockNppoAsync(nppoId, ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersManage, nppoId, ct) is { } refusal) return refusal;
        var member = await db.Set<Member>().SingleAsync(m => m.Id == seen.Id, ct);
        if (member.Version != seen.Version) return AccessErrors.ChangedMeanwhile;
        if (act(member, await db.OtherAdministratorsAsync(member, ct), time.GetUtcNow().UtcDateTime).Error is { } impossible) return impossible;

        if (await db.TrySaveAsync(ct) is { } changed) return changed;
        await transaction.CommitAsync(ct);
        return member.Status;
    }
}
