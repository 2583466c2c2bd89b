using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Email;
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
internal sealed class WriteToSecretariat(RegistrationPost post, SecretariatMails mails) : IDomainEventHandler<RegistrationEvent>
{
    public const int MostOfApplicantsADay = 20;

    public async Task HandleAsync(RegistrationEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        (MailKind Kind, Func<Registration, EmailContent> Build)? mail = happened switch
        {
            RegistrationEscalated escalated => (MailKinds.StaffEscalated, r => mails.Escalated(r, escalated.Why, r.WordsOf(happened.Code))),
            RegistrationConfirmed { SelfConfirmed: true } => (MailKinds.StaffSelfConfirmed, mails.SelfConfirmed),
            _ => null,
        };
        if (mail is not { } wanted || await db.FindRegistrationAsync(happened, ct) is not { } registration) return;

        foreach (var reader in await db.ActingStaff().ToListAsync(ct))
        {
            if (happened.Actor.Kind == ActorKind.Applicant && await HasHadManyAsync(db, reader, happened.OccurredAt, ct)) continue;
            await post.WriteAsync(db, registration, wanted.Kind, reader.Email ?? "", reader.Language, null,
                () => wanted.Build(registration), ct);
        }
    }

    private static async Task<bool> HasHadManyAsync(ConsoleDbContext db, ConsoleUser reader, DateTime now, CancellationToken ct)
    {
        var (to, since) = (EmailAddress.TryParse(reader.Email)?.Value, now - TimeSpan.FromDays(1));
        return await db.Set<OutgoingEmail>()
            .CountAsync(mail => mail.To == to && mail.Kind == MailKinds.StaffEscalated.Code && mail.QueuedAt > since,
                ct) >= MostOfApplicantsADay;
    }
}
