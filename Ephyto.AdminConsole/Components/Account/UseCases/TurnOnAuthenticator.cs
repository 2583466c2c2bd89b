using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="Offer">The key that was shown, encrypted.</param>
/// <param name="Code">What the app made of it.</param>
/// <param name="Keep">The session the person acts in.</param>
internal sealed record TurnOnAuthenticatorRequest(string? Offer, string? Code, Guid? Keep);

/// <param name="User">As it is now, for the cookie.</param>
/// <param name="RecoveryCodes">In clear; they are shown once and never again.</param>
internal sealed record NewRecoveryCodes(ConsoleUser User, IReadOnlyList<string> RecoveryCodes);

/// <summary>The person's app has the key, and a code proves it: from now on a sign-in asks for one.</summary>
internal sealed class TurnOnAuthenticator(CredentialChange change, IdentitySecondFactor secondFactor)
{
    public async Task<Result<NewRecoveryCodes>> HandleAsync(TurnOnAuthenticatorRequest request, Actor actor, CancellationToken ct)
    {
        if (await change.OwnerAsync(actor, ct) is not { } user) return AccessErrors.NotAllowed;
        if (secondFactor.KeyOf(user.Id, request.Keep, request.Offer) is not { } key) return AccountErrors.KeyTooOld;
        if (string.IsNullOrWhiteSpace(request.Code)) return AccountErrors.CodeNeeded;
        if (secondFactor.FindStep(key, request.Code) is not { } step) return AccountErrors.WrongCode;

        var security = await change.Db.SecurityOfAsync(user.Id, ct);
        if (security.TurnOnAuthenticator(secondFactor.ProtectKey(key), step, actor, change.Now).Error is { } refusal) return refusal;
        user.TwoFactorEnabled = true;
        var codes = await IdentitySecondFactor.ReplaceRecoveryCodesAsync(change.Db, user.Id, ct);
        return await change.SaveAsync(user, actor, request.Keep, ct) is { } changed ? changed : new NewRecoveryCodes(user, codes);
    }
}
