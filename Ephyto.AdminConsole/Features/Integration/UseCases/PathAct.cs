using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Path">What was said so far.</param>
/// <param name="Progress">How far the organisation is.</param>
/// <param name="Now">UTC.</param>
internal sealed record PathSituation(IntegrationPath Path, NppoProgress Progress, DateTime Now);

/// <summary>What every act on the way of an organisation shares.</summary>
internal sealed class PathAct(IDbContextFactory<ConsoleDbContext> contexts, IntegrationProgress progress, TimeProvider time)
{
    /// <summary>By a member of the organisation.</summary>
    public Task<Result<Guid>> ByMemberAsync(Guid nppoId, Actor actor, Func<PathSituation, Result> act, CancellationToken ct) =>
        ActAsync(nppoId, db => db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct), act, ct);

    /// <summary>By the hub.</summary>
    public Task<Result<Guid>> ByHubAsync(Guid nppoId, Actor actor, Func<PathSituation, Result> act, CancellationToken ct) =>
        ActAsync(nppoId, db => db.RefuseOnHubAsync(actor, Permission.NpposManage, ct), act, ct);

    private async Task<Result<Guid>> ActAsync(
        Guid nppoId, Func<ConsoleDbContext, Task<DomainError?>> guard, Func<PathSituation, Result> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await guard(db) is { } refusal) return refusal;
        // Nothing of the evidence changes between looking at it and acting on it.
        await using var transaction = await db.LockNppoAsync(nppoId, ct);
        if (await db.Set<Nppo>().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var path = await db.Set<IntegrationPath>().SingleOrDefaultAsync(p => p.Id == nppoId, ct);
        if (path is null) db.Add(path = IntegrationPath.Of(nppoId));
        var situation = new PathSituation(path, (await progress.ReadAsync(db, [nppo], ct))[0], time.GetUtcNow().UtcDateTime);
        if (act(situation).Error is { } impossible) return impossible;

        if (await db.TrySaveAsync(ct) is { } changed) return changed;
        await transaction.CommitAsync(ct);
        return nppoId;
    }
}
