using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Account.Reactions;

/// <summary>Whatever changes in the means of signing in, the person hears of it: it may have been somebody else.</summary>
internal sealed class TellOwner(EmailWriter writer, AccountEmails emails) : IDomainEventHandler<CredentialEvent>
{
    public async Task HandleAsync(CredentialEvent happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (await db.Users.FindAsync([happened.UserId], ct) is not { Email: { } email } user) return;
        await writer.WriteAsync(
            db, EmailKind.Of(happened), new(SubjectKinds.Account, user.Id), EmailAddress.TryParse(email)!, user.Language, null,
            () => emails.Changed(user, happened.Code), ct);
    }
}
