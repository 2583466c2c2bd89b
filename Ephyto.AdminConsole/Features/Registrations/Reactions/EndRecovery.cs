using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>A closed organisation has nothing to recover: an open recovery ends with it, and what still waits to be sent about it is not sent.</summary>
internal sealed class EndRecovery(RegistrationPost post) : IDomainEventHandler<NppoClosed>
{
    public async Task HandleAsync(NppoClosed happened, ConsoleDbContext db, CancellationToken ct)
    {
        var recovery = await db.Set<Registration>()
            .SingleOrDefaultAsync(r => r.OpenCountryCode == happened.CountryCode && r.Kind == RegistrationKind.Recovery, ct);
        if (recovery is null || !recovery.EndWithOrganization(happened.Actor, happened.OccurredAt).IsSuccess) return;

        await post.CancelAsync(db, recovery, MailKinds.VerifyEmail, ct);
        await post.CancelAsync(db, recovery, MailKinds.RecoveryStarted, ct);
    }
}
