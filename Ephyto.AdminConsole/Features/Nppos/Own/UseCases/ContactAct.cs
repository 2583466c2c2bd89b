using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Own.UseCases;

/// <param name="Nppo">The organisation.</param>
/// <param name="Self">The actor's membership.</param>
/// <param name="MayDirect">Whether the actor may hand the place over: as an administrator, or because they hold it.</param>
/// <param name="Now">UTC.</param>
internal sealed record ContactSituation(Nppo Nppo, Member Self, bool MayDirect, DateTime Now)
{
    /// <summary>Whether the offer that somebody saw is another one than that of now. Of none, the domain says more.</summary>
    public DomainError? IsBehind(TechnicalContactOffer? seen) => Nppo.Offer is { } open && open != seen ? AccessErrors.ChangedMeanwhile : null;
}

/// <summary>What every act on the technical contact shares. It happens between the acts on members, so that nobody gets it who has just left.</summary>
internal sealed class ContactAct(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<Guid>> ActAsync(
        Guid nppoId, Actor actor, Func<ConsoleDbContext, ContactSituation, Task<Result>> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.LockNppoAsync(nppoId, ct);
        if (actor.Kind != ActorKind.User || await db.RightfulMembers()
                .SingleOrDefaultAsync(m => m.NppoId == nppoId && m.UserId == actor.Id, ct) is not { } self)
            return AccessErrors.NotAllowed;

        var nppo = await db.Set<Nppo>().SingleAsync(n => n.Id == nppoId, ct);
        var mayDirect = self.Role.Allows(Permission.NppoEdit) || nppo.TechnicalContactId == self.Id;
        if ((await act(db, new(nppo, self, mayDirect, time.GetUtcNow().UtcDateTime))).Error is { } refusal) return refusal;

        if (await db.TrySaveAsync(ct) is { } changed) return changed;
        await transaction.CommitAsync(ct);
        return nppoId;
    }
}
