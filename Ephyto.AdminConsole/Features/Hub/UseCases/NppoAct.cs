using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.UseCases;

/// <summary>What the hub's acts on an organisation share: the right is read from the store, the save told apart from another's.</summary>
internal sealed class NppoAct(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<NppoStatus>> ActAsync(Guid nppoId, Actor actor, Func<Nppo, DateTime, Result> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposManage, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;
        if (act(nppo, time.GetUtcNow().UtcDateTime).Error is { } impossible) return impossible;
        return await db.TrySaveAsync(ct) is { } changed ? changed : nppo.Status;
    }
}
