using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Participation.UseCases;

/// <param name="Month">Its first day.</param>
/// <param name="Registered">Organizations registered up to its end.</param>
/// <param name="Live">Of them set live up to its end.</param>
public sealed record MonthCount(DateOnly Month, int Registered, int Live);

/// <summary>How the participation grew, by month.</summary>
internal sealed class CountOverTime(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public const int Months = 12;

    public async Task<IReadOnlyList<MonthCount>> HandleAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var registered = await db.Set<Nppo>().AsNoTracking().Select(nppo => nppo.RegisteredAt).ToListAsync(ct);
        // An organization keeps since when it is in its state, which is another moment once it was suspended: the trail alone knows the
        // first day.
        var live = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Code == NppoWentLive.Name).Select(e => new { e.At, e.NppoId })
            .ToListAsync(ct);
        var now = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return
        [
            .. from back in Enumerable.Range(0, Months).Reverse()
               let month = new DateOnly(now.Year, now.Month, 1).AddMonths(-back)
               let end = month.AddMonths(1).ToDateTime(TimeOnly.MinValue)
               select new MonthCount(
                   month,
                   registered.Count(at => at < end),
                   live.Where(e => e.At < end).Select(e => e.NppoId).Distinct().Count()),
        ];
    }
}
