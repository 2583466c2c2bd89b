using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <param name="Id">The person of the hub on whom somebody acts.</param>
/// <param name="Version">As the actor saw them: who decides on something older is asked to look again.</param>
public sealed record SeenHubUser(Guid Id, int Version)
{
    public static SeenHubUser Of(HubUser user) => new(user.Id, user.Version);
}

/// <summary>
/// What every act on a person of the hub shares. Such acts happen one after the other, whatever the number of nodes: of two
/// administrators who remove each other at the same instant the second one is no longer an administrator when their turn comes.
/// </summary>
internal sealed class HubUserAct(Changes changes)
{
    // Any number, the same on every node.
    private const long OneAtATime = 0x4875_6255_7365;

    /// <param name="seen">On whom.</param>
    /// <param name="actor">Who acts: a Hub administrator, or the person themself where <paramref name="onOneself"/>.</param>
    /// <param name="onOneself">True for what people do to their own role; the domain then sees to it that it is their own.</param>
    /// <param name="act">The domain's method, with the moment.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<HubUserStatus>> ActAsync(
        SeenHubUser seen, Actor actor, bool onOneself, Func<HubUser, DateTime, Result> act, CancellationToken ct) => changes.MakeAsync(
        new Change<HubUser>(seen.Id)
        {
            Lock = LockAsync,
            Guard = async (db, cancel) => !onOneself ? await db.RefuseOnHubAsync(actor, Permission.HubUsersManage, cancel)
                : actor.Kind != ActorKind.User ? AccessErrors.NotAllowed : null,
            Missing = onOneself ? AccessErrors.NotAllowed : AccessErrors.NotFound,
            SeenVersion = seen.Version,
            Holds = async (db, cancel) => await HasStandingAdministratorAsync(db, cancel) ? null : HubUserErrors.LastAdministrator,
        },
        act,
        user => user.Status,
        ct);

    private static async Task<IDbContextTransaction> LockAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.HoldAsync(OneAtATime, ct);
        return transaction;
    }

    /// <summary>Whose role ends by itself one day does not keep the hub from being left alone.</summary>
    private static Task<bool> HasStandingAdministratorAsync(ConsoleDbContext db, CancellationToken ct) => db.Set<HubUser>()
        .AnyAsync(u => u.Role == HubRole.HubAdministrator && u.Status == HubUserStatus.Active && u.RoleUntil == null, ct);
}
