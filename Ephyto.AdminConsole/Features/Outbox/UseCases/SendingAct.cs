using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>What pausing and resuming share.</summary>
internal sealed class SendingAct(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result> ActAsync(Actor actor, Func<SendingSwitch, DateTime, Result> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxManage, ct) is { } refusal) return refusal;

        var sending = await db.Set<SendingSwitch>().SingleAsync(s => s.Id == SendingSwitch.TheOne, ct);
        if (act(sending, time.GetUtcNow().UtcDateTime).Error is { } impossible) return impossible;
        return await db.TrySaveAsync(ct) is { } changed ? changed : Result.Success();
    }
}

internal static class SendingStore
{
    /// <returns>Null while mails go out.</returns>
    public static async Task<SendingPause?> PauseAsync(this ConsoleDbContext db, CancellationToken ct) =>
        await db.Set<SendingSwitch>().AsNoTracking().Where(s => s.PausedAt != null)
            .Select(s => new { s.PausedAt, s.Reason, By = db.Users.Where(u => u.Id == s.PausedBy).Select(u => u.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(ct) is { } pause ? new SendingPause(pause.PausedAt!.Value, pause.By ?? ErasedPerson.Name, pause.Reason) : null;
}
