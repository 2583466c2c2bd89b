using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.Reactions;

/// <summary>
/// An officer has a message about an account sent again: only ever to the account's own address, or to the one that its
/// owner has asked for and proven with the password a day ago at most.
/// </summary>
internal sealed class RenewAccountEmail(AccountMailer mailer, TimeProvider time) : IEmailRenewal
{
    public async Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail email, Actor officer, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == email.SubjectId, ct) is not { } user) return AccessErrors.NotFound;
        if (email.Kind == AccountEmails.EmailChangeKind) return await RenewChangeAsync(db, email, user, ct);

        await mailer.ResetAsync(db, user, ct);
        return Result.Success();
    }

    private async Task<Result> RenewChangeAsync(ConsoleDbContext db, OutgoingEmail email, ConsoleUser user, CancellationToken ct)
    {
        var oldest = time.GetUtcNow().UtcDateTime - RequestEmailChange.Lifetime;
        var wish = await db.Set<EmailChange>().SingleOrDefaultAsync(c => c.UserId == user.Id && c.DoneAt == null && c.AskedAt > oldest, ct);
        LinkPurpose? awaited = wish is null ? null
            : email.To == wish.NewEmail && wish.NewConfirmedAt is null ? LinkPurpose.ConfirmNewEmail
            : email.To == user.Email && wish.OldConfirmedAt is null ? LinkPurpose.ConfirmOldEmail
            : null;
        if (awaited is not { } purpose) return AccountErrors.EmailChangeOver;

        await mailer.ConfirmEmailAsync(db, user, wish!, purpose, ct);
        return Result.Success();
    }
}
