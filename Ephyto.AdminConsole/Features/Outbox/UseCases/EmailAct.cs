using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>
/// What the acts on an e-mail share: the right is read from the store, the save told apart from another's. A dispatcher that
/// took the e-mail up meanwhile counts as another.
/// </summary>
internal sealed class EmailAct(Changes changes, EmailSignal signal)
{
    /// <param name="id">On which e-mail.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The domain's method, with the moment; gives the e-mail that is to be looked at afterwards, added to the store
    /// where it is another.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Guid>> ActAsync(
        Guid id, Actor actor, Func<OutgoingEmail, DateTime, Result<OutgoingEmail>> act, CancellationToken ct)
    {
        var shown = id;
        var made = await changes.MakeAsync(
            new Change<OutgoingEmail>(id) { Guard = (db, cancel) => db.RefuseOnHubAsync(actor, Permission.OutboxManage, cancel) },
            (db, email, now) =>
            {
                var done = act(email, now);
                if (done.Error is { } impossible) return Task.FromResult<Result>(impossible);
                if ((shown = done.Value.Id) != email.Id) db.Add(done.Value);
                return Task.FromResult(Result.Success());
            },
            (_, _) => shown,
            ct);
        if (made.IsSuccess) signal.Pulse();
        return made;
    }
}
