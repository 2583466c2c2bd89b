using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Own.UseCases;

/// <param name="Nppo">The organization.</param>
/// <param name="Self">The actor's membership.</param>
/// <param name="MayDirect">Whether the actor may hand the place over: as an administrator, or because they hold it.</param>
/// <param name="Now">UTC.</param>
internal sealed record ContactSituation(Nppo Nppo, Member Self, bool MayDirect, DateTime Now)
{
    /// <summary>Whether the offer that somebody saw is another one than that of now. Of none, the domain says more.</summary>
    public DomainError? IsBehind(TechnicalContactOffer? seen) =>
        Nppo.Offer is { } open && open != seen ? AccessErrors.ChangedMeanwhile : null;
}

/// <summary>
/// What every act on the technical contact shares. It happens between the acts on members, so that nobody gets it who has just left.
/// </summary>
internal sealed class ContactAct(Changes changes)
{
    public Task<Result<Guid>> ActAsync(
        Guid nppoId, Actor actor, Func<ConsoleDbContext, ContactSituation, Task<Result>> act, CancellationToken ct)
    {
        Member? self = null;
        return changes.MakeAsync(
            new Change<Nppo>(nppoId)
            {
                Lock = (db, cancel) => db.LockNppoAsync(nppoId, cancel),
                Guard = async (db, cancel) => actor.Kind == ActorKind.User
                    && (self = await db.RightfulMembers()
                        .SingleOrDefaultAsync(m => m.NppoId == nppoId && m.UserId == actor.Id, cancel)) is not null
                        ? null : AccessErrors.NotAllowed,
            },
            (db, nppo, now) => act(db, new(nppo, self!, self!.Role.Allows(Permission.NppoEdit) || nppo.TechnicalContactId == self.Id, now)),
            (_, _) => nppoId,
            ct);
    }
}
