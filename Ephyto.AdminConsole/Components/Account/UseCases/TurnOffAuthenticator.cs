using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="Proof">The password, or a code.</param>
/// <param name="Keep">The session the person acts in.</param>
internal sealed record TurnOffAuthenticatorRequest(string? Proof, Guid? Keep);

/// <summary>The app is no longer asked for. Refused where the role needs a second factor and there is no passkey.</summary>
internal sealed class TurnOffAuthenticator(CredentialChange change, IOptions<SecurityOptions> security)
{
    public async Task<Result<ConsoleUser>> HandleAsync(TurnOffAuthenticatorRequest request, Actor actor, CancellationToken ct)
    {
        if (await change.OwnerAsync(actor, ct) is not { } user) return AccessErrors.NotAllowed;
        if (await change.RefuseUnprovenAsync(user, request.Proof, ct) is { } unproven) return unproven;

        var view = await ViewSecondFactor.ReadAsync(change.Db, user.Id, security.Value, ct);
        var turnedOff = (await change.Db.SecurityOfAsync(user.Id, ct))
            .TurnOffAuthenticator(view is { IsRequired: true, Passkeys: 0 }, actor, change.Now);
        if (turnedOff.Error is { } refusal) return refusal;
        user.TwoFactorEnabled = view.Passkeys > 0;
        if (!user.TwoFactorEnabled)
            change.Db.RemoveRange(await change.Db.Set<RecoveryCode>().Where(c => c.UserId == user.Id).ToListAsync(ct));
        return await change.SaveAsync(user, actor, request.Keep, ct) is { } changed ? changed : user;
    }
}
