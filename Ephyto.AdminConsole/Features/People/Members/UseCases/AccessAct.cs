using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
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
/// What every act on somebody's access shares. All of them in one organization happen one after the other, so that two
/// administrators who take each other's role at the same moment leave one of them.
/// </summary>
internal sealed class AccessAct(Changes changes)
{
    /// <param name="seen">On whom.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The domain's method, with the number of other active administrators and the moment.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<MemberStatus>> ActAsync(
        SeenMember seen, Actor actor, Func<Member, int, DateTime, Result> act, CancellationToken ct) => changes.MakeAsync(
        new Change<Member>(seen.Id)
        {
            Lock = async (db, cancel) => await db.LockNppoAsync(
                await db.Set<Member>().Where(m => m.Id == seen.Id).Select(m => m.NppoId).SingleOrDefaultAsync(cancel), cancel),
            // A stranger hears the same about a member who exists and one who does not.
            Missing = AccessErrors.NotAllowed,
            GuardOf = (db, member, cancel) => db.RefuseOnNppoAsync(actor, Permission.MembersManage, member.NppoId, cancel),
            SeenVersion = seen.Version,
        },
        async (db, member, now) => act(member, await db.OtherAdministratorsAsync(member, ct), now),
        (_, member) => member.Status,
        ct);
}
