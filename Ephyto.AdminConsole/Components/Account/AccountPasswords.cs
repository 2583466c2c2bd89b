using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>Looks at a password that somebody typed, if it may be looked at now.</summary>
internal sealed class AccountPasswords(
    IPasswordHasher<ConsoleUser> hasher, SignInThrottle throttle, ILookupNormalizer normalizer,
    IDbContextFactory<ConsoleDbContext> contexts, NobodysPassword nobodys)
{
    /// <param name="kind">Where it is asked for.</param>
    /// <param name="address">As typed.</param>
    /// <param name="user">Whose it is; null where there is no such account, which takes as long.</param>
    /// <param name="password">As typed.</param>
    public Task<bool> HoldsAsync(ProofKind kind, EmailAddress address, ConsoleUser? user, string? password) =>
        throttle.TryAsync(kind, normalizer.NormalizeEmail(address.Value), user, () => IsRightAsync(user, password ?? ""),
            CancellationToken.None);

    /// <summary>Counts nothing: for a check that is counted already. A hash of before is made anew by today's rules.</summary>
    public async Task<bool> IsRightAsync(ConsoleUser? user, string password)
    {
        var hash = user?.PasswordHash ?? nobodys.Hash;
        var found = hasher.VerifyHashedPassword(user ?? NobodysPassword.Nobody, hash, password);
        if (user?.PasswordHash is null || found == PasswordVerificationResult.Failed) return false;
        if (found == PasswordVerificationResult.SuccessRehashNeeded) await RenewAsync(user, hash, password);
        return true;
    }

    // It is the same password: sessions and known devices stay.
    private async Task RenewAsync(ConsoleUser user, string before, string password)
    {
        var renewed = hasher.HashPassword(user, password);
        await using var db = await contexts.CreateDbContextAsync();
        await db.Users.Where(u => u.Id == user.Id && u.PasswordHash == before)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, renewed));
    }
}

/// <summary>A hash that no password fits, by today's rules: to look at it takes as long as at anybody's.</summary>
internal sealed class NobodysPassword
{
    public static ConsoleUser Nobody { get; } = new();

    private readonly Lazy<string> _hash;

    public NobodysPassword(IServiceScopeFactory scopes) => _hash = new(() =>
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IPasswordHasher<ConsoleUser>>().HashPassword(Nobody, Guid.NewGuid().ToString());
    });

    public string Hash => _hash.Value;
}
