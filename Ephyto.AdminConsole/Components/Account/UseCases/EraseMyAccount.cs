using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Lists;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <summary>
/// A person leaves and takes name, address and telephone along: a pseudonym stays, because the audit trail names people by
/// id only. Refused while an organization would be left without an administrator, and while the person has a role in the hub.
/// </summary>
internal sealed class EraseMyAccount(
    ConsoleDbContext db, AccountProof proof, AccountMaker accounts, IdentitySessions sessions, EmailWriter writer, AccountEmails emails,
    TimeProvider time)
{
    public async Task<Result> HandleAsync(string? password, Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User || await db.Users.SingleOrDefaultAsync(u => u.Id == actor.Id, ct) is not { } user)
            return AccessErrors.NotAllowed;
        if (!await proof.IsPasswordAsync(user, password)) return AccountErrors.WrongPassword;

        var nppos = await db.Set<Member>().Where(m => m.UserId == user.Id).Select(m => m.NppoId).Distinct().ToListAsync(ct);
        await using var transaction = await db.LockNpposAsync(nppos, ct);
        if (await db.HubRoleOfAsync(actor, ct) is not null) return AccountErrors.ErasureOfHubUser;
        var members = await db.Set<Member>().Where(m => m.UserId == user.Id).ToListAsync(ct);
        foreach (var member in members)
        {
            if (await IsLastAdministratorAsync(member, ct)) return AccountErrors.ErasureOfLastAdministrator;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var address = EmailAddress.TryParse($"former-{user.Id:N}@erased.invalid")!;
        foreach (var member in members) member.Erase(ErasedPerson.Name, address, actor, now);
        foreach (var former in await db.Set<HubUser>().Where(u => u.UserId == user.Id).ToListAsync(ct))
            former.Erase(ErasedPerson.Name, address);
        await ForgetAsync(user, ct);
        await writer.WriteAsync(
            db, AccountEmails.FarewellKind, new(SubjectKinds.Account, user.Id), EmailAddress.TryParse(user.Email)!, user.Language, null,
            emails.Farewell, ct);
        (user.DisplayName, user.Email, user.UserName, user.PhoneNumber, user.TimeZone) = (ErasedPerson.Name, address.Value,
            address.Value, null, null);
        user.NormalizedEmail = user.NormalizedUserName = accounts.Normalize(address.Value);
        (user.PasswordHash, user.TwoFactorEnabled, user.LockoutEnd) = (null, false, DateTimeOffset.MaxValue);
        (user.SecurityStamp, user.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        await sessions.EndAllAsync(db, user.Id, except: null, SessionEnd.AccountErased, actor, ct);
        (await db.SecurityOfAsync(user.Id, ct)).NoteErasure(actor, now);
        if (await db.TrySaveAsync(ct) is { } changed) return changed;
        await transaction.CommitAsync(ct);
        return Result.Success();
    }

    private async Task<bool> IsLastAdministratorAsync(Member member, CancellationToken ct) =>
        member.IsActiveAdministrator() && await db.OtherAdministratorsAsync(member, ct) == 0;

    private async Task ForgetAsync(ConsoleUser user, CancellationToken ct)
    {
        db.RemoveRange(await db.UserPasskeys.Where(p => p.UserId == user.Id).ToListAsync(ct));
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.UserId == user.Id).ToListAsync(ct));
        db.RemoveRange(await db.Set<EmailChange>().Where(c => c.UserId == user.Id).ToListAsync(ct));
        db.RemoveRange(await db.Set<SavedViews>().Where(v => v.UserId == user.Id).ToListAsync(ct));
        db.RemoveRange(await db.Set<AccessLink>().Where(l => l.HolderId == user.Id).ToListAsync(ct));
        db.RemoveRange(await db.Set<OutgoingEmail>().Where(e => e.To == user.Email).ToListAsync(ct));
    }
}
