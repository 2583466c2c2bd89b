using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.Desk.UseCases;

/// <param name="Submitted">Registrations.</param>
/// <param name="Unverified">Of these, how many wait for the verification of an address.</param>
/// <param name="Decided">How many registrations ended how.</param>
/// <param name="EmailsSent">Delivered to a mail server.</param>
/// <param name="Latest">The newest steps of registrations, the newest first.</param>
public sealed record DeskToday(
    int Submitted, int Unverified, IReadOnlyList<StateCount> Decided, int EmailsSent, IReadOnlyList<TodaysStep> Latest);

public sealed record StateCount(RegistrationStatus Status, int Count);

public sealed record TodaysStep(
    Guid Id, Guid RegistrationId, string Reference, string CountryCode, string Code, string? Reason, DateTime At);

/// <summary>What happened in the last 24 hours: a day that is the same for readers in every zone.</summary>
internal sealed class ReadToday(TimeProvider time)
{
    private const int MostShown = 8;

    private static readonly RegistrationStatus[] Ends =
        [RegistrationStatus.Confirmed, RegistrationStatus.Declined, RegistrationStatus.Withdrawn, RegistrationStatus.Expired];

    public async Task<DeskToday> ReadAsync(ConsoleDbContext db)
    {
        var since = time.GetUtcNow().UtcDateTime.AddDays(-1);
        var ended = await db.Set<Registration>().Where(r => Ends.Contains(r.Status) && r.DecidedAt >= since)
            .GroupBy(r => r.Status).Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(same => same.Key, same => same.Count);
        return new DeskToday(
            await db.Set<Registration>().CountAsync(r => r.SubmittedAt >= since),
            await db.Set<Registration>().CountAsync(r => r.SubmittedAt >= since && r.Status == RegistrationStatus.Submitted),
            [.. Ends.Select(end => new StateCount(end, ended.GetValueOrDefault(end)))],
            await db.Set<OutgoingEmail>().CountAsync(e => e.SentAt >= since),
            await db.Set<Registration>()
                .SelectMany(r => r.Steps.Where(step => step.At >= since),
                    (r, step) => new { r.Id, r.Reference, r.CountryCode, Step = step })
                .OrderByDescending(both => both.Step.At).ThenByDescending(both => both.Step.Number).Take(MostShown)
                .Select(both =>
                    new TodaysStep(both.Step.Id, both.Id, both.Reference, both.CountryCode, both.Step.Code, both.Step.Reason, both.Step.At))
                        .ToListAsync());
    }
}
