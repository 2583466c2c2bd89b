using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>Asks a person once more who they are. After too many failures nothing is looked at for a while.</summary>
internal sealed class AccountProof(
    AccountPasswords passwords, SignInThrottle throttle, ILookupNormalizer normalizer, IdentitySecondFactor secondFactor)
{
    public Task<bool> IsPasswordAsync(ConsoleUser user, string? typed) =>
        passwords.HoldsAsync(ProofKind.Again, EmailAddress.TryParse(user.Email)!, user, typed);

    /// <summary>At the door, after the password: a code of the app, or a recovery code; it is used up.</summary>
    public Task<bool> IsCodeAsync(ConsoleUser user, string? typed, CancellationToken ct) =>
        throttle.TryAsync(ProofKind.Code, normalizer.NormalizeEmail(user.Email!), user,
            () => secondFactor.UseCodeAsync(user.Id, typed, ct), ct);

    public Task<bool> IsPasswordOrCodeAsync(ConsoleUser user, string? typed, CancellationToken ct) => throttle.TryAsync(
        ProofKind.Again, normalizer.NormalizeEmail(user.Email!), user,
        async () => await passwords.IsRightAsync(user, typed ?? "") || await secondFactor.UseCodeAsync(user.Id, typed, ct), ct);
}
