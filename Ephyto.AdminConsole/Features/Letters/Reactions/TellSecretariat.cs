using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.Reactions;

/// <summary>Tells the hub's staff that a letter was asked for. A message still waiting is not sent when the request is over.</summary>
internal sealed class TellSecretariat(EmailWriter writer, LetterEmails emails) : IDomainEventHandler<LetterEvent>
{
    public async Task HandleAsync(LetterEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        var about = new SubjectRef(SubjectKinds.Letter, happened.LetterId);
        if (happened is not LetterRequested)
        {
            await writer.CancelAsync(db, LetterEmails.StaffKind, about, ct);
            return;
        }

        var letter = await db.Set<ParticipationLetter>().FindAsync([happened.LetterId], ct)
            ?? throw new InvalidOperationException("An event names a letter that is not there.");
        var nppo = await db.Set<Nppo>().FindAsync([happened.NppoId], ct)
            ?? throw new InvalidOperationException("A letter belongs to an NPPO that is not there.");
        var staff = db.RightfulHubUsers().Where(user => user.Role != HubRole.Auditor).Select(user => user.UserId);
        foreach (var reader in await db.Users.AsNoTracking().Where(user => staff.Contains(user.Id)).ToListAsync(ct))
        {
            if (EmailAddress.TryParse(reader.Email) is { } address)
                await writer.WriteAsync(db, LetterEmails.StaffKind, about, address, reader.Language, null,
                    () => emails.Staff(letter, nppo), ct);
        }
    }
}
