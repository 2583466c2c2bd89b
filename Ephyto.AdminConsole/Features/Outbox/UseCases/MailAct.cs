using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>
/// What the acts on a mail share: the right is read from the store, the save told apart from another's. A dispatcher that
/// took the mail up meanwhile counts as another.
/// </summary>
internal sealed class MailAct(IDbContextFactory<ConsoleDbContext> contexts, EmailSignal signal, TimeProvider time)
{
    /// <param name="id">On which mail.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The domain's method, with the moment; gives the mail that is to be looked at afterwards, added to the store where it is another.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Guid>> ActAsync(
        Guid id, Actor actor, Func<OutgoingEmail, DateTime, Result<OutgoingEmail>> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.OutboxManage, ct) is { } refusal) return refusal;
        if (await db.Set<OutgoingEmail>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } mail) return AccessErrors.NotFound;

        var done = act(mail, time.GetUtcNow().UtcDateTime);
        if (done.Error is { } impossible) return impossible;
        if (done.Value.Id != mail.Id) db.Add(done.Value);
        if (await db.TrySaveAsync(ct) is { } changed) return changed;

        signal.Pulse();
        return done.Value.Id;
    }
}
