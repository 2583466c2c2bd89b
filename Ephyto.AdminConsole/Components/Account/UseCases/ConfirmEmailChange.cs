using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <summary>The holder of one of the two mailboxes says yes. The second yes changes the account and the memberships.</summary>
internal sealed class ConfirmEmailChange(
    LinkUse links, AccountMaker accounts, IdentitySessions sessions, EmailWriter writer, AccountEmails emails, TimeProvider time)
{
    /// <returns>Whether both have said yes now.</returns>
    public async Task<Result<bool>> HandleAsync(Guid linkId, LinkPurpose purpose, Guid? keep, CancellationToken ct)
    {
        try
        {
            return await links.ConsumeAsync<bool>(linkId, purpose, (db, link) => ActAsync(db, link, keep, ct), ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            return AccountErrors.EmailTaken;
        }
    }

    private async Task<Result<bool>> ActAsync(ConsoleDbContext db, AccessLink link, Guid? keep, CancellationToken ct)
    {
        if (await db.Set<EmailChange>().SingleOrDefaultAsync(c => c.Id == link.SubjectId && c.DoneAt == null, ct) is not { } wish)
            return LinkErrors.NotUsable;
        var now = time.GetUtcNow().UtcDateTime;
        if (link.Purpose == LinkPurpose.ConfirmOldEmail) wish.OldConfirmedAt = now;
        else wish.NewConfirmedAt = now;

        var both = wish is { OldConfirmedAt: not null, NewConfirmedAt: not null };
        if (both && await CompleteAsync(db, wish, keep, now, ct) is { } refusal) return refusal;
        return await db.TrySaveAsync(ct) is { } changed ? changed : both;
    }

    private async Task<DomainError?> CompleteAsync(ConsoleDbContext db, EmailChange wish, Guid? keep, DateTime now, CancellationToken ct)
    {
        var user = await db.Users.SingleAsync(u => u.Id == wish.UserId, ct);
        var (old, wanted, normalized) = (EmailAddress.TryParse(user.Email)!, EmailAddress.TryParse(wish.NewEmail)!,
            accounts.Normalize(wish.NewEmail));
        var members = await db.Set<Member>().Where(m => m.UserId == user.Id).ToListAsync(ct);
        var keys = members.ConvertAll(m => Member.KeyOf(m.NppoId, wanted.Value));
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized && u.Id != user.Id, ct)
            || await db.Set<Member>().AnyAsync(m => keys.Contains(m.CurrentKey!), ct))
            return AccountErrors.EmailTaken;

        wish.DoneAt = now;
        (user.Email, user.UserName, user.NormalizedEmail, user.NormalizedUserName) = (wanted.Value, wanted.Value, normalized, normalized);
        (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        var actor = Actor.User(user.Id);
        foreach (var member in members) member.ChangeEmail(wanted, actor, now);
        await sessions.EndAllAsync(db, user.Id, keep, SessionEnd.CredentialChanged, actor, ct);
        // The event tells the new address; the old one hears of it here.
        (await db.SecurityOfAsync(user.Id, ct)).NoteEmail(actor, now);
        await writer.WriteAsync(
            db, AccountEmails.EmailChangedKind, new(SubjectKinds.Account, user.Id), old, user.Language, null,
            () => emails.EmailChanged(user), ct);
        return null;
    }
}
