using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Letters.Reactions;

/// <summary>An officer has a message with a link to a letter sent again, to the contact that the directory has now.</summary>
internal sealed class RenewLetterEmail(LetterMailer mailer) : IEmailRenewal
{
    public Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail email, Actor officer, CancellationToken ct) =>
        email.Kind == LetterEmails.LinkKind ? RenewRequestAsync(db, email.SubjectId, ct) : RenewIssuedAsync(db, email.SubjectId, ct);

    private async Task<Result> RenewRequestAsync(ConsoleDbContext db, Guid nppoId, CancellationToken ct)
    {
        if (await db.Set<Nppo>().FindAsync([nppoId], ct) is not { } nppo || !ParticipationLetter.IsMember(nppo))
            return LetterErrors.NotAMember;
        if (await db.CurrentContactAsync(nppo.CountryCode, ct) is not { } contact
            || EmailAddress.TryParse(contact.Details.Email) is not { } address) return RegistrationErrors.NoContactPoint;

        await mailer.SendRequestLinkAsync(db, nppo, contact, address, ct);
        return Result.Success();
    }

    private async Task<Result> RenewIssuedAsync(ConsoleDbContext db, Guid letterId, CancellationToken ct)
    {
        if (await db.FindLetterAsync(letterId, ct) is not { } letter) return AccessErrors.NotFound;
        if (letter.Status != LetterStatus.Issued)
            return letter.Status == LetterStatus.Withdrawn ? LetterErrors.AlreadyWithdrawn : LetterErrors.StillRequested;
        if ((await LetterReader.OfAsync(db, letter, ct)).FirstOrDefault(reader => reader.ContactPointId is not null) is not { } contact)
            return RegistrationErrors.NoContactPoint;

        await mailer.SendIssuedAsync(db, letter, await db.NppoOfAsync(letter.NppoId, ct), contact, ct);
        return Result.Success();
    }
}
