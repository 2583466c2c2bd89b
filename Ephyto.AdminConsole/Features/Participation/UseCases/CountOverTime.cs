using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Participation.UseCases;

/// <param name="Month">Its first day.</param>
/// <param name="Registered">Organisations registered up to its end.</param>
/// <param name="Live">Of them set live up to its end.</param>
public sealed record MonthCount(DateOnly Month, int Registered, int Live);

/// <summary>How the participation grew, by month, from the audit trail.</summary>
internal sealed class CountOverTime(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public const int Months = 12;

    public async Task<IReadOnlyList<MonthCount>> HandleAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var happened = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Code == "nppo.registered" || e.Code == "nppo.went-live")
            .Select(e => new { e.Code, e.At, e.NppoId }).ToListAsync(ct);
        var now = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return
        [
            .. from back in Enumerable.Range(0, Months).Reverse()
               let month = new DateOnly(now.Year, now.Month, 1).AddMonths(-back)
               let end = month.AddMonths(1).ToDateTime(TimeOnly.MinValue)
               select new MonthCount(
                   month,
                   happened.Where(e => e.Code == "nppo.registered" && e.At < end).Select(e => e.NppoId).Distinct().Count(),
                   happened.Where(e => e.Code == "nppo.went-live" && e.At < end).Select(e => e.NppoId).Distinct().Count()),
        ];
    }
}
