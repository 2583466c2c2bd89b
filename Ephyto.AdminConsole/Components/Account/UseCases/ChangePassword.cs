using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="Present">The password that is to end.</param>
/// <param name="Wanted">The new one.</param>
/// <param name="Keep">The session the person acts in.</param>
internal sealed record ChangePasswordRequest(string? Present, string? Wanted, Guid? Keep = null);

/// <summary>A signed-in person changes their own password. The other sessions of the account end, and the owner is told by mail.</summary>
internal sealed class ChangePassword(
    ConsoleDbContext db, UserManager<ConsoleUser> users, AccountMaker accounts, IdentitySessions sessions, EmailWriter writer, AccountEmails emails)
{
    /// <summary>A wrong present password counts towards the lockout.</summary>
    public async Task<Result<ConsoleUser>> HandleAsync(ChangePasswordRequest request, Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User || await db.Users.SingleOrDefaultAsync(u => u.Id == actor.Id, ct) is not { } user) return AccessErrors.NotAllowed;
        if (await users.IsLockedOutAsync(user) || !await users.CheckPasswordAsync(user, request.Present ?? ""))
        {
            await users.AccessFailedAsync(user);
            return AccountErrors.WrongPassword;
        }

        if (IdentityPasswordRules.Refuse(request.Wanted, user.Email, user.DisplayName) is { } refusal) return refusal;

        accounts.SetPassword(user, request.Wanted!);
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        await sessions.EndAllAsync(db, user.Id, request.Keep, SessionEnd.CredentialChanged, actor, ct);
        await writer.WriteAsync(
            db, AccountEmails.PasswordChangedKind, new(SubjectKinds.Account, user.Id), EmailAddress.TryParse(user.Email)!, user.Language, null,
            () => emails.PasswordChanged(user), ct);
        return await db.TrySaveAsync(ct) is { } changed ? changed : user;
    }
}
