using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>
/// A closed organization has nothing to recover: open recoveries end with it, and what still waits to be sent about it is not sent.
/// </summary>
internal sealed class EndRecovery(RegistrationMailer mailer) : IDomainEventHandler<NppoClosed>
{
    public async Task HandleAsync(NppoClosed happened, ConsoleDbContext db, CancellationToken ct)
    {
        var recoveries = await db.Set<Registration>()
            .Where(r => r.OpenCountryCode == happened.CountryCode && r.Kind == RegistrationKind.Recovery).ToListAsync(ct);
        foreach (var recovery in recoveries)
        {
            if (!recovery.EndWithOrganization(happened.Actor, happened.OccurredAt).IsSuccess) continue;

            await mailer.CancelAsync(db, recovery, EmailKinds.VerifyEmail, ct);
            await mailer.CancelAsync(db, recovery, EmailKinds.RecoveryStarted, ct);
        }
    }
}
