using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>What pausing and resuming share.</summary>
internal sealed class SendingAct(Changes changes)
{
    public async Task<Result> ActAsync(Actor actor, Func<SendingSwitch, DateTime, Result> act, CancellationToken ct)
    {
        var made = await changes.MakeAsync(
            new Change<SendingSwitch>(
                SendingSwitch.TheOne) { Guard = (db, cancel) => db.RefuseOnHubAsync(actor, Permission.OutboxManage, cancel) },
            act,
            sending => sending.Id,
            ct);
        return made.Error is { } refusal ? refusal : Result.Success();
    }
}

internal static class SendingStore
{
    /// <returns>Null while e-mails go out.</returns>
    public static async Task<SendingPause?> PauseAsync(this ConsoleDbContext db, CancellationToken ct) =>
        await db.Set<SendingSwitch>().AsNoTracking().Where(s => s.PausedAt != null)
            .Select(s =>
                new { s.PausedAt, s.Reason, By = db.Users.Where(u => u.Id == s.PausedBy).Select(u => u.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(ct) is { } pause
                ? new SendingPause(pause.PausedAt!.Value, pause.By ?? ErasedPerson.Name, pause.Reason) : null;
}
