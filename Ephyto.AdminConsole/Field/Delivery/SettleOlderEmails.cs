using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Delivery;

/// <summary>Once an e-mail is sent, nobody has to look at an older one that failed and said the same.</summary>
internal sealed class SettleOlderEmails : IDomainEventHandler<EmailSent>
{
    public async Task HandleAsync(EmailSent happened, ConsoleDbContext db, CancellationToken ct)
    {
        var failed = await db.Set<OutgoingEmail>().Undelivered()
            .Where(e => e.SubjectKind == happened.About.Kind && e.SubjectId == happened.About.Id && e.Kind == happened.Kind)
            .ToListAsync(ct);
        if (failed.Count == 0 || await db.Set<OutgoingEmail>().FindAsync([happened.EmailId], ct) is not { } sent) return;

        foreach (var email in failed) email.SettleFor(sent, happened.OccurredAt);
    }
}
