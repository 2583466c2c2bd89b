using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Path">What was said so far.</param>
/// <param name="Progress">How far the organization is.</param>
/// <param name="Now">UTC.</param>
internal sealed record PathSituation(IntegrationPath Path, NppoProgress Progress, DateTime Now);

/// <summary>What every act on the way of an organization shares.</summary>
internal sealed class PathAct(Changes changes, IntegrationProgress progress)
{
    /// <summary>By a member of the organization.</summary>
    public Task<Result<Guid>> ByMemberAsync(Guid nppoId, Actor actor, Func<PathSituation, Result> act, CancellationToken ct) =>
        ActAsync(nppoId, db => db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct), act, ct);

    /// <summary>By the hub.</summary>
    public Task<Result<Guid>> ByHubAsync(Guid nppoId, Actor actor, Func<PathSituation, Result> act, CancellationToken ct) =>
        ActAsync(nppoId, db => db.RefuseOnHubAsync(actor, Permission.NpposManage, ct), act, ct);

    private Task<Result<Guid>> ActAsync(
        Guid nppoId, Func<ConsoleDbContext, Task<DomainError?>> guard, Func<PathSituation, Result> act, CancellationToken ct) =>
            changes.MakeAsync(
            new Change<IntegrationPath>(nppoId)
            {
                // Nothing of the evidence changes between looking at it and acting on it.
                Lock = (db, cancel) => db.LockNppoAsync(nppoId, cancel),
                Guard = (db, _) => guard(db),
                Load = (db, cancel) => LoadAsync(db, nppoId, cancel),
            },
            async (db, path, now) =>
            {
                var nppo = await db.Set<Nppo>().SingleAsync(n => n.Id == nppoId, ct);
                return act(new(path, (await progress.ReadAsync(db, [nppo], ct))[0], now));
            },
            (_, _) => nppoId,
            ct);

    // Of an organization that has said nothing yet, one begins.
    private static async Task<IntegrationPath?> LoadAsync(ConsoleDbContext db, Guid nppoId, CancellationToken ct)
    {
        if (await db.Set<IntegrationPath>().SingleOrDefaultAsync(p => p.Id == nppoId, ct) is { } path) return path;
        if (!await db.Set<Nppo>().AnyAsync(n => n.Id == nppoId, ct)) return null;

        var begun = IntegrationPath.Of(nppoId);
        db.Add(begun);
        return begun;
    }
}
