using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>A member's own exit. The last administrator hands over first.</summary>
internal sealed class LeaveNppo(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<MemberStatus>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return AccessErrors.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.LockNppoAsync(nppoId, ct);
        if (await db.Set<Member>()
            .SingleOrDefaultAsync(m => m.NppoId == nppoId && m.UserId == actor.Id && m.Status == MemberStatus.Active, ct) is not { } self)
            return AccessErrors.NotAllowed;
        if (self.Leave(await db.OtherAdministratorsAsync(self, ct), time.GetUtcNow().UtcDateTime).Error is { } impossible)
            return impossible;

        if (await db.TrySaveAsync(ct) is { } changed) return changed;
        await transaction.CommitAsync(ct);
        return self.Status;
    }
}
