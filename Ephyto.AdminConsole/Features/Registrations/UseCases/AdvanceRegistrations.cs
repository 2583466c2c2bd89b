using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

/// <summary>Does what is due: reminders, escalation, expiry. Two nodes may run it at once; of each step only one is saved.</summary>
internal sealed class AdvanceRegistrations(
    IDbContextFactory<ConsoleDbContext> contexts, RegistrationPolicy policy, TimeProvider time, ILogger<AdvanceRegistrations> logger)
{
    private const int Batch = 200;

    /// <returns>How many registrations moved on.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        await ForgetSendersAsync(ct);
        var moved = 0;
        foreach (var id in await DueAsync(ct))
        {
            if (await AdvanceAsync(id, ct)) moved++;
        }

        return moved;
    }

    // Where a registration was sent from matters only as long as it could have been verified.
    private async Task ForgetSendersAsync(CancellationToken ct)
    {
        var over = time.GetUtcNow().UtcDateTime - policy.VerifyWithin;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<Registration>().Where(r => r.SentFrom != null && r.SubmittedAt < over)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.SentFrom, (string?)null), ct);
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Registration>().Where(r => r.NextStepAt <= now).OrderBy(r => r.NextStepAt).Select(r => r.Id).Take(Batch)
            .ToListAsync(ct);
    }

    private async Task<bool> AdvanceAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var registration = await db.FindRegistrationAsync(id, ct);
        if (registration is null || !registration.Advance(policy, time.GetUtcNow().UtcDateTime)) return false;
        if (await db.TrySaveAsync(ct) is null) return true;

        logger.LogDebug("Registration {Id} was moved on elsewhere at the same time", id);
        return false;
    }
}
