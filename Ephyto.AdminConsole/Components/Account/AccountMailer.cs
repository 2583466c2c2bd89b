using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>Writes the e-mails about an account that carry a secret link into the save under way; the link before ceases to work.</summary>
internal sealed class AccountMailer(LinkIssuer issuer, EmailWriter writer, AccountEmails emails)
{
    public async Task ResetAsync(ConsoleDbContext db, ConsoleUser user, CancellationToken ct)
    {
        var about = new SubjectRef(SubjectKinds.Account, user.Id);
        await writer.CancelAsync(db, AccountEmails.ResetKind, about, ct);
        var link = await issuer.ReplaceAsync(db, LinkPurpose.ResetPassword, user.Id, user.Id, RequestPasswordReset.Lifetime, ct);
        await writer.WriteAsync(
            db, AccountEmails.ResetKind, about, EmailAddress.TryParse(user.Email)!, user.Language, link.ProtectedSecret,
            () => emails.Reset(user), ct);
    }

    /// <param name="db">The save under way.</param>
    /// <param name="user">The owner.</param>
    /// <param name="wish">The change of address.</param>
    /// <param name="purpose">Whose word is asked for: that of the old address, or of the new one; it goes there.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ConfirmEmailAsync(ConsoleDbContext db, ConsoleUser user, EmailChange wish, LinkPurpose purpose, CancellationToken ct)
    {
        var to = EmailAddress.TryParse(purpose == LinkPurpose.ConfirmOldEmail ? user.Email : wish.NewEmail)!;
        var link = await issuer.ReplaceAsync(db, purpose, wish.Id, user.Id, RequestEmailChange.Lifetime, ct);
        await writer.WriteAsync(
            db, AccountEmails.EmailChangeKind, new(SubjectKinds.Account, user.Id), to, user.Language, link.ProtectedSecret,
            () => emails.ConfirmEmail(user, wish.NewEmail, purpose), ct);
    }
}
