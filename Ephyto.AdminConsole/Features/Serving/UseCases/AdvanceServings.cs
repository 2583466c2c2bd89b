using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <summary>Ends what notice was given of, once its day has come. Two nodes may do it at once; one of them saves.</summary>
internal sealed class AdvanceServings(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time, ILogger<AdvanceServings> log)
{
    /// <returns>How many have ended now.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var ended = 0;
        foreach (var id in await DueAsync(ct))
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (await db.Set<ServedCountry>().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } serving) continue;
            serving.Concerns(await db.NppoOfCountryAsync(serving.CountryCode, ct));
            if (!serving.Advance(time.GetUtcNow().UtcDateTime)) continue;
            if (await db.TrySaveAsync(ct) is null) ended++;
            else log.LogDebug("The served country {Id} was changed elsewhere at the same time", id);
        }

        return ended;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ServedCountry>().Where(one => one.State == ServingState.Ending && one.EndsOn <= today)
            .OrderBy(one => one.EndsOn).ThenBy(one => one.Id).Select(one => one.Id).ToListAsync(ct);
    }
}
