using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Components.Account.Reactions;

/// <summary>
/// The last e-mail to somebody whose account was erased holds the last trace of the address: it goes when it is sent, or cannot be.
/// </summary>
internal sealed class ForgetErasedAddress : IDomainEventHandler<EmailEvent>
{
    public async Task HandleAsync(EmailEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (happened.Kind != AccountEmails.FarewellKind || happened is not (EmailSent or EmailFailed or EmailCancelled)) return;
        if (await db.Set<OutgoingEmail>().FindAsync([happened.EmailId], ct) is { } email) db.Remove(email);
    }
}
