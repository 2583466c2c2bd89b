using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Email;
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
internal sealed class RenewAccountMail(AccountPost post, TimeProvider time) : IEmailRenewal
{
    public async Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail mail, Actor officer, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == mail.SubjectId, ct) is not { } user) return AccessErrors.NotFound;
        if (mail.Kind == AccountEmails.EmailChangeKind) return await RenewChangeAsync(db, mail, user, ct);

        await post.ResetAsync(db, user, ct);
        return Result.Success();
    }

    private async Task<Result> RenewChangeAsync(ConsoleDbContext db, OutgoingEmail mail, ConsoleUser user, CancellationToken ct)
    {
        var oldest = time.GetUtcNow().UtcDateTime - RequestEmailChange.Lifetime;
        var wish = await db.Set<EmailChange>().SingleOrDefaultAsync(c => c.UserId == user.Id && c.DoneAt == null && c.AskedAt > oldest, ct);
        LinkPurpose? awaited = wish is null ? null
            : mail.To == wish.NewEmail && wish.NewConfirmedAt is null ? LinkPurpose.ConfirmNewEmail
            : mail.To == user.Email && wish.OldConfirmedAt is null ? LinkPurpose.ConfirmOldEmail
            : null;
        if (awaited is not { } purpose) return AccountErrors.EmailChangeOver;

        await post.ConfirmEmailAsync(db, user, wish!, purpose, ct);
        return Result.Success();
    }
}
