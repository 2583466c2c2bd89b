using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.Desk.UseCases;

/// <param name="Months">The last twelve, the oldest first.</param>
/// <param name="Open">Registrations under way now, whose address is verified.</param>
/// <param name="Unverified">Those that wait for the verification of an address.</param>
/// <param name="MedianToConfirmation">From the submission to the confirmation, of those confirmed in these months; null while there are
/// none.</param>
public sealed record DeskFigures(IReadOnlyList<DeskMonth> Months, int Open, int Unverified, TimeSpan? MedianToConfirmation);

/// <summary>Registrations by the month of their submission and the state they are in now.</summary>
/// <param name="Month">Its first day, UTC.</param>
/// <param name="MedianToConfirmation">Of those confirmed in this month; null where none was.</param>
public sealed record DeskMonth(DateOnly Month, IReadOnlyDictionary<RegistrationStatus, int> States, TimeSpan? MedianToConfirmation)
{
    public int Of(params RegistrationStatus[] states) => states.Sum(state => States.GetValueOrDefault(state));
}

/// <summary>Figures over the last twelve months.</summary>
internal sealed class ReadFigures(TimeProvider time)
{
    public const int Months = 12;

    public async Task<DeskFigures> ReadAsync(ConsoleDbContext db)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        var since = first.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var counts = await db.Set<Registration>().Where(r => r.SubmittedAt >= since)
            .GroupBy(r => new { r.SubmittedAt.Year, r.SubmittedAt.Month, r.Status })
            .Select(same => new { same.Key, Count = same.Count() }).ToListAsync();
        var confirmed = await db.Set<Registration>().Where(r => r.Status == RegistrationStatus.Confirmed && r.DecidedAt >= since)
            .Select(r => new { r.SubmittedAt, DecidedAt = r.DecidedAt!.Value }).ToListAsync();
        var waits = confirmed.ToLookup(r => new DateOnly(r.DecidedAt.Year, r.DecidedAt.Month, 1), r => r.DecidedAt - r.SubmittedAt);
        var months = Enumerable.Range(0, Months).Select(first.AddMonths).Select(month => new DeskMonth(
            month, counts.Where(same => same.Key.Year == month.Year && same.Key.Month == month.Month)
                .ToDictionary(same => same.Key.Status, same => same.Count), Median([.. waits[month]])));
        return new DeskFigures(
            [.. months], await db.Set<Registration>().CountAsync(r => r.OpenCountryCode != null && r.VerifiedAt != null),
            await db.Set<Registration>().CountAsync(r => r.Status == RegistrationStatus.Submitted),
            Median([.. confirmed.Select(r => r.DecidedAt - r.SubmittedAt)]));
    }

    private static TimeSpan? Median(TimeSpan[] spans)
    {
        if (spans.Length == 0) return null;
        Array.Sort(spans);
        return (spans[(spans.Length - 1) / 2] + spans[spans.Length / 2]) / 2;
    }
}
