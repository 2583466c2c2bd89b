using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="Proof">The password, or a code.</param>
/// <param name="Keep">The session the person acts in.</param>
internal sealed record MakeRecoveryCodesRequest(string? Proof, Guid? Keep);

/// <summary>Ten new recovery codes; the ones before cease to work.</summary>
internal sealed class MakeRecoveryCodes(CredentialChange change)
{
    public async Task<Result<NewRecoveryCodes>> HandleAsync(MakeRecoveryCodesRequest request, Actor actor, CancellationToken ct)
    {
        if (await change.OwnerAsync(actor, ct) is not { } user) return AccessErrors.NotAllowed;
        if (!user.TwoFactorEnabled) return AccountErrors.NoSecondFactor;
        if (await change.RefuseUnprovenAsync(user, request.Proof, ct) is { } unproven) return unproven;

        (await change.Db.SecurityOfAsync(user.Id, ct)).NoteRecoveryCodes(actor, change.Now);
        var codes = await IdentitySecondFactor.ReplaceRecoveryCodesAsync(change.Db, user.Id, ct);
        return await change.SaveAsync(user, actor, request.Keep, ct) is { } changed ? changed : new NewRecoveryCodes(user, codes);
    }
}
