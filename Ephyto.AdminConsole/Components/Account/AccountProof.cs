using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>Asks a person once more who they are. Every failure counts towards the lockout.</summary>
internal sealed class AccountProof(UserManager<ConsoleUser> users, IdentitySecondFactor secondFactor)
{
    public Task<bool> IsPasswordAsync(ConsoleUser user, string? typed) => HoldsAsync(user, () => users.CheckPasswordAsync(user, typed ?? ""));

    /// <summary>A code of the app, or a recovery code; it is used up.</summary>
    public Task<bool> IsCodeAsync(ConsoleUser user, string? typed, CancellationToken ct) =>
        HoldsAsync(user, () => secondFactor.UseCodeAsync(user.Id, typed, ct));

    public Task<bool> IsPasswordOrCodeAsync(ConsoleUser user, string? typed, CancellationToken ct) => HoldsAsync(
        user, async () => await users.CheckPasswordAsync(user, typed ?? "") || await secondFactor.UseCodeAsync(user.Id, typed, ct));

    private async Task<bool> HoldsAsync(ConsoleUser user, Func<Task<bool>> check)
    {
        if (await users.IsLockedOutAsync(user)) return false;
        if (await check())
        {
            await users.ResetAccessFailedCountAsync(user);
            return true;
        }

        await users.AccessFailedAsync(user);
        return false;
    }
}
