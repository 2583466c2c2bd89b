using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <summary>
/// Tells contact points what a connection does that was changed, once the pause is over. Two nodes may do it at once; one of them saves.
/// </summary>
internal sealed class TellChanges(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time, ILogger<TellChanges> log)
{
    /// <returns>How many are told now.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var told = 0;
        foreach (var id in await DueAsync(ct))
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (await db.Set<ServedCountry>().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } serving) continue;
            serving.Concerns(await db.NppoOfCountryAsync(serving.CountryCode, ct));
            if (!serving.TellChange((await db.MatterAsync(serving, ct)).Exchange, time.GetUtcNow().UtcDateTime)) continue;
            if (await db.TrySaveAsync(ct) is null) told++;
            else log.LogDebug("The served country {Id} was changed elsewhere at the same time", id);
        }

        return told;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        var latest = time.GetUtcNow().UtcDateTime - ServedCountry.PauseOfTelling;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ServedCountry>().Where(one => one.OpenCountryCode != null && one.UntoldSince <= latest)
            .OrderBy(one => one.UntoldSince).ThenBy(one => one.Id).Select(one => one.Id).ToListAsync(ct);
    }
}
