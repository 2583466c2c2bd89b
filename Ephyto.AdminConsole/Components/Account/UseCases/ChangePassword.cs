using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="Present">The password that is to end.</param>
/// <param name="Wanted">The new one.</param>
/// <param name="Keep">The session the person acts in.</param>
internal sealed record ChangePasswordRequest(string? Present, string? Wanted, Guid? Keep = null);

/// <summary>
/// A signed-in person changes their own password. The other sessions of the account end, and the owner is told by e-mail.
/// </summary>
internal sealed class ChangePassword(CredentialChange change, AccountProof proof, AccountMaker accounts, IdentityPersonalWords words)
{
    /// <summary>After too many wrong present passwords nothing is looked at for a while.</summary>
    public async Task<Result<ConsoleUser>> HandleAsync(ChangePasswordRequest request, Actor actor, CancellationToken ct)
    {
        if (await change.OwnerAsync(actor, ct) is not { } user) return AccessErrors.NotAllowed;
        if (!await proof.IsPasswordAsync(user, request.Present)) return AccountErrors.WrongPassword;
        if (IdentityPasswordRules.Refuse(request.Wanted, await words.OfAsync(user.Email, ct)) is { } refusal) return refusal;

        accounts.SetPassword(user, request.Wanted!);
        (await change.Db.SecurityOfAsync(user.Id, ct)).NotePassword(actor, change.Now);
        return await change.SaveAsync(user, actor, request.Keep, ct) is { } changed ? changed : user;
    }
}
