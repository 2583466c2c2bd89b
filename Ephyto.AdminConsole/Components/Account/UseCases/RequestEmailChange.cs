using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="Wanted">The new address, as typed.</param>
/// <param name="Proof">The password, or a code.</param>
internal sealed record RequestEmailChangeRequest(string? Wanted, string? Proof);

/// <summary>
/// Sends a link to the old address and one to the new one. Whether the new one belongs to an account already is told only
/// to whoever reads its e-mail.
/// </summary>
internal sealed class RequestEmailChange(CredentialChange change, LinkIssuer issuer, AccountMailer mailer, EmailLimits limits)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public async Task<Result<EmailAddress>> HandleAsync(RequestEmailChangeRequest request, Actor actor, CancellationToken ct)
    {
        if (await change.OwnerAsync(actor, ct) is not { } user) return AccessErrors.NotAllowed;
        if (EmailAddress.TryParse(request.Wanted) is not { } wanted)
            return EmailAddress.WhyNot(request.Wanted) ?? MemberErrors.InvalidEmail;
        if (wanted.Value == user.Email) return AccountErrors.SameEmail;
        if (await change.RefuseUnprovenAsync(user, request.Proof, ct) is { } unproven) return unproven;
        if (!await limits.AllowAsync(EmailCause.EmailChange, wanted.Value, user.Id.ToString(), ct)) return EmailErrors.TooMany;

        // A newer wish takes the place of an older one, and so do its links.
        foreach (var older in await change.Db.Set<EmailChange>().Where(c => c.UserId == user.Id && c.DoneAt == null).ToListAsync(ct))
        {
            await issuer.RevokeAsync(change.Db, LinkPurpose.ConfirmOldEmail, older.Id, ct);
            await issuer.RevokeAsync(change.Db, LinkPurpose.ConfirmNewEmail, older.Id, ct);
            change.Db.Remove(older);
        }

        var wish = new EmailChange { UserId = user.Id, NewEmail = wanted.Value, AskedAt = change.Now };
        change.Db.Add(wish);
        await mailer.ConfirmEmailAsync(change.Db, user, wish, LinkPurpose.ConfirmOldEmail, ct);
        await mailer.ConfirmEmailAsync(change.Db, user, wish, LinkPurpose.ConfirmNewEmail, ct);
        return await change.Db.TrySaveAsync(ct) is { } changed ? changed : wanted;
    }
}
