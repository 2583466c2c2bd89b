using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Locks an account for longer the longer somebody guesses: after five failures for a minute, after each further one for
/// twice as long, up to an hour. Failures are counted in one statement, so that guesses at the same moment all count.
/// </summary>
internal sealed class IdentityUserManager(
    IUserStore<ConsoleUser> store, IOptions<IdentityOptions> options, IPasswordHasher<ConsoleUser> hasher,
    IEnumerable<IUserValidator<ConsoleUser>> userValidators, IEnumerable<IPasswordValidator<ConsoleUser>> passwordValidators,
    ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<ConsoleUser>> logger,
    IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
    : UserManager<ConsoleUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public override Task<bool> IsLockedOutAsync(ConsoleUser user) => Task.FromResult(user.LockoutEnabled && user.LockoutEnd > time.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(ConsoleUser user)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var account = db.Users.Where(u => u.Id == user.Id);
        await account.ExecuteUpdateAsync(set => set.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1));
        user.AccessFailedCount = await account.Select(u => u.AccessFailedCount).SingleOrDefaultAsync();
        if (user.AccessFailedCount < Options.Lockout.MaxFailedAccessAttempts) return IdentityResult.Success;

        var until = time.GetUtcNow() + LockFor(user.AccessFailedCount);
        await account.ExecuteUpdateAsync(set => set.SetProperty(u => u.LockoutEnd, until));
        user.LockoutEnd = until;
        return IdentityResult.Success;
    }

    private TimeSpan LockFor(int failures)
    {
        var doublings = Math.Min(failures - Options.Lockout.MaxFailedAccessAttempts, 6);
        var wanted = Options.Lockout.DefaultLockoutTimeSpan * (1 << doublings);
        return wanted < Longest ? wanted : Longest;
    }
}
