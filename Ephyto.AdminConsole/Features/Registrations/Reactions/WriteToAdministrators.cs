using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>Whoever administers an organization hears of its recovery as soon as an address is verified, and how it ends.</summary>
internal sealed class WriteToAdministrators(RegistrationMailer mailer, AdministratorEmails emails) : IDomainEventHandler<RegistrationEvent>
{
    public async Task HandleAsync(RegistrationEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        (EmailKind Kind, Func<Registration, EmailContent> Build)? email = happened switch
        {
            EmailVerified => (EmailKinds.RecoveryStarted, emails.Started),
            RegistrationConfirmed => (EmailKinds.RecoveryConfirmed, emails.Confirmed),
            // The message that the membership has ended says it all.
            RegistrationDeclined { Why: DeclineReason.OrganizationClosed } => null,
            RegistrationDeclined or RegistrationWithdrawn or RegistrationExpired => (EmailKinds.RecoveryEnded, emails.Ended),
            _ => null,
        };
        if (email is not { } wanted
            || await db.FindRegistrationAsync(happened, ct) is not { Kind: RegistrationKind.Recovery, VerifiedAt: not null } r) return;

        await mailer.CancelAsync(db, r, EmailKinds.RecoveryStarted, ct);
        foreach (var reader in await ReadersAsync(db, r, ct))
            await mailer.WriteAsync(db, r, wanted.Kind, reader.Email ?? "", reader.Language, null, () => wanted.Build(r), ct);
    }

    // The representative, where they administer it already, has messages of their own.
    private static Task<List<ConsoleUser>> ReadersAsync(ConsoleDbContext db, Registration r, CancellationToken ct)
    {
        var people = db.ActiveAdministrators().Where(m => m.Email != r.Representative.Email
            && db.Set<Nppo>().Any(n => n.Id == m.NppoId && n.CurrentCountryCode == r.CountryCode)).Select(m => m.UserId);
        return db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToListAsync(ct);
    }
}
