using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Participation.UseCases;

/// <param name="Month">Its first day.</param>
/// <param name="Registered">Organizations that were members at its end.</param>
/// <param name="Live">Of them those that exchanged for real then.</param>
public sealed record MonthCount(DateOnly Month, int Registered, int Live);

/// <summary>How the participation grew and shrank, by month: the running one as far as it has come.</summary>
internal sealed class CountOverTime(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public const int Months = 12;

    public async Task<IReadOnlyList<MonthCount>> HandleAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var nppos = await db.Set<Nppo>().AsNoTracking().ToListAsync(ct);
        var now = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return
        [
            .. from back in Enumerable.Range(0, Months).Reverse()
               let month = new DateOnly(now.Year, now.Month, 1).AddMonths(-back)
               let last = month.AddMonths(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddTicks(-1)
               select new MonthCount(month, nppos.Count(nppo => nppo.WasMemberAt(last)), nppos.Count(nppo => nppo.WasLiveAt(last))),
        ];
    }
}
