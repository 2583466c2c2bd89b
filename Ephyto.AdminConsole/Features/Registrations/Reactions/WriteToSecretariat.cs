using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>
/// Tells the hub's staff what needs a person. What applicants cause is told a few times a day; the desk shows each of them all the same.
/// </summary>
internal sealed class WriteToSecretariat(RegistrationMailer mailer, SecretariatEmails emails) : IDomainEventHandler<RegistrationEvent>
{
    public const int MostOfApplicantsADay = 20;

    public async Task HandleAsync(RegistrationEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        (EmailKind Kind, Func<Registration, EmailContent> Build)? email = happened switch
        {
            RegistrationEscalated escalated =>
                (EmailKinds.StaffEscalated, r => emails.Escalated(r, escalated.Why, r.WordsOf(happened.Code))),
            RegistrationConfirmed { SelfConfirmed: true } => (EmailKinds.StaffSelfConfirmed, emails.SelfConfirmed),
            _ => null,
        };
        if (email is not { } wanted || await db.FindRegistrationAsync(happened, ct) is not { } registration) return;

        foreach (var reader in await db.ActingStaff().ToListAsync(ct))
        {
            if (happened.Actor.Kind == ActorKind.Applicant && await HasHadManyAsync(db, reader, happened.OccurredAt, ct)) continue;
            await mailer.WriteAsync(db, registration, wanted.Kind, reader.Email ?? "", reader.Language, null,
                () => wanted.Build(registration), ct);
        }
    }

    private static async Task<bool> HasHadManyAsync(ConsoleDbContext db, ConsoleUser reader, DateTime now, CancellationToken ct)
    {
        var (to, since) = (EmailAddress.TryParse(reader.Email)?.Value, now - TimeSpan.FromDays(1));
        return await db.Set<OutgoingEmail>()
            .CountAsync(email => email.To == to && email.Kind == EmailKinds.StaffEscalated.Code && email.QueuedAt > since,
                ct) >= MostOfApplicantsADay;
    }
}
