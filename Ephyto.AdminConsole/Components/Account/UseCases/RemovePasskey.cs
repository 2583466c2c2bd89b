using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="CredentialId">Which one.</param>
/// <param name="Proof">The password, or a code.</param>
/// <param name="Keep">The session the person acts in.</param>
internal sealed record RemovePasskeyRequest(byte[] CredentialId, string? Proof, Guid? Keep);

/// <summary>A passkey ceases to work. Refused where the role needs a second factor and this is the last.</summary>
internal sealed class RemovePasskey(CredentialChange change, IOptions<SecurityOptions> security)
{
    public async Task<Result<ConsoleUser>> HandleAsync(RemovePasskeyRequest request, Actor actor, CancellationToken ct)
    {
        if (await change.OwnerAsync(actor, ct) is not { } user) return AccessErrors.NotAllowed;
        if (await change.Db.UserPasskeys.SingleOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == request.CredentialId,
            ct) is not { } passkey) return AccessErrors.NotFound;
        if (await change.RefuseUnprovenAsync(user, request.Proof, ct) is { } unproven) return unproven;

        var view = await ViewSecondFactor.ReadAsync(change.Db, user.Id, security.Value, ct);
        var isLast = view is { AuthenticatorSince: null, Passkeys: 1 };
        var removed = (await change.Db.SecurityOfAsync(user.Id, ct)).NotePasskeyRemoved(view.IsRequired && isLast, actor, change.Now);
        if (removed.Error is { } refusal) return refusal;
        change.Db.Remove(passkey);
        user.TwoFactorEnabled = !isLast;
        if (isLast) change.Db.RemoveRange(await change.Db.Set<RecoveryCode>().Where(c => c.UserId == user.Id).ToListAsync(ct));
        return await change.SaveAsync(user, actor, request.Keep, ct) is { } changed ? changed : user;
    }
}
