using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>Tells the hub's staff what needs a person.</summary>
internal sealed class WriteToSecretariat(RegistrationPost post, SecretariatMails mails) : IDomainEventHandler<RegistrationEvent>
{
    public async Task HandleAsync(RegistrationEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        (string Kind, Func<Registration, EmailContent> Build)? mail = happened switch
        {
            RegistrationEscalated escalated => (MailKinds.StaffEscalated, r => mails.Escalated(r, escalated.Why, r.WordsOf(happened.Code))),
            RegistrationConfirmed { SelfConfirmed: true } => (MailKinds.StaffSelfConfirmed, mails.SelfConfirmed),
            _ => null,
        };
        if (mail is not { } wanted || await db.FindRegistrationAsync(happened, ct) is not { } registration) return;

        foreach (var reader in await ReadersAsync(db, ct))
            await post.WriteAsync(db, registration, wanted.Kind, reader.Email ?? "", reader.Language, null, () => wanted.Build(registration), ct);
    }

    private static Task<List<ConsoleUser>> ReadersAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var staff = db.RightfulHubUsers().Where(u => u.Role != HubRole.Auditor).Select(u => u.UserId);
        return db.Users.AsNoTracking().Where(user => staff.Contains(user.Id)).ToListAsync(ct);
    }
}
