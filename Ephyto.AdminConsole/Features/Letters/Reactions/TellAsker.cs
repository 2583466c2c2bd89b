using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Letters.Reactions;

/// <summary>Tells who asked what the Secretariat decided; a contact point gets a link to the letter.</summary>
internal sealed class TellAsker(EmailWriter writer, LetterEmails emails, LetterMailer mailer) : IDomainEventHandler<LetterEvent>
{
    public async Task HandleAsync(LetterEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (happened is not (LetterIssued or LetterDeclined or LetterWithdrawn)) return;

        var letter = await db.Set<ParticipationLetter>().FindAsync([happened.LetterId], ct)
            ?? throw new InvalidOperationException("An event names a letter that is not there.");
        var nppo = await db.Set<Nppo>().FindAsync([happened.NppoId], ct)
            ?? throw new InvalidOperationException("A letter belongs to an NPPO that is not there.");
        var about = new SubjectRef(SubjectKinds.Letter, letter.Id);
        if (happened is LetterWithdrawn) await writer.CancelAsync(db, LetterEmails.IssuedKind, about, ct);
        foreach (var reader in await LetterReader.OfAsync(db, letter, ct))
        {
            await (happened switch
            {
                LetterIssued => mailer.SendIssuedAsync(db, letter, nppo, reader, ct),
                LetterDeclined =>
                    writer.WriteAsync(db, LetterEmails.DeclinedKind, about, reader.Address, reader.Language, null,
                        () => emails.Declined(letter, nppo), ct),
                _ => writer.WriteAsync(db, LetterEmails.WithdrawnKind, about, reader.Address, reader.Language, null,
                    () => emails.Withdrawn(letter, nppo), ct),
            });
        }
    }
}
