using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Features.Serving.Reactions;

/// <summary>Puts the question before the contact point, and tells it what became of it.</summary>
internal sealed class WriteToContact(ServingMailer mailer) : IDomainEventHandler<ServingEvent>
{
    public async Task HandleAsync(ServingEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        var serving = await db.Set<ServedCountry>().FindAsync([happened.ServingId], ct)
            ?? throw new InvalidOperationException("An event names a served country that is not there.");
        if (!serving.IsOpen) await mailer.EndLinksAsync(db, serving, ct);
        // Whose entry has ended is told nothing more.
        if (await db.Set<ContactPoint>().FindAsync([serving.ContactPointId], ct) is not { ValidTo: null } contact) return;

        await (happened switch
        {
            ServingAsked => mailer.AskAsync(db, serving, contact, ct),
            ServingConfirmed or ServingContactTold or ServingExchangeAgreed => mailer.LinkAsync(db, serving, contact, ct),
            // Its own link is used up by that; where the other side gives notice, the one it has still opens.
            ServingNoticeGiven notice => mailer.NoticeAsync(db, serving, contact, notice.By == ServingSide.ServedCountry, ct),
            // It is told after a pause.
            ServingExchangeChanged => Task.CompletedTask,
            ServingChangeTold told => mailer.ChangedAsync(db, serving, contact, told, ct),
            _ => mailer.TellAsync(db, serving, contact, happened, ct),
        });
    }
}
