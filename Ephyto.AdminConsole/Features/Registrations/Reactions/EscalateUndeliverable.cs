using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>
/// A contact point whose address takes no e-mail will not answer: the Secretariat takes over at once. What fails for the
/// console's own reasons is sent again once they are mended; the desk shows it.
/// </summary>
internal sealed class EscalateUndeliverable(RegistrationPolicy policy) : IDomainEventHandler<EmailFailed>
{
    public async Task HandleAsync(EmailFailed happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (happened.About.Kind != SubjectKinds.Registration || !EmailKinds.IsForContactPoint(happened.Kind)) return;

        var email = await db.Set<OutgoingEmail>().SingleAsync(e => e.Id == happened.EmailId, ct);
        var registration = await db.FindRegistrationAsync(happened.About.Id, ct);
        if (!TroubleSides.Address.Contains(email.Trouble ?? DeliveryTroubles.OfWords(email.LastError ?? ""))) return;
        // A failure that comes in after the directory was refreshed says nothing about the new address.
        if (registration?.Asked is { } asked && EmailAddress.TryParse(asked.Email)?.Value == email.To)
            registration.ReportUndeliverable(policy, happened.OccurredAt);
    }
}
