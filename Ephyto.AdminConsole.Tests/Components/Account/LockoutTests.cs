using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>Who guesses waits longer and longer.</summary>
public abstract class LockoutTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Email = "awa@example.org";

    [Fact]
    public async Task Five_failures_lock_for_a_minute_and_each_further_one_for_twice_as_long_up_to_an_hour()
    {
        await Host.AccountAsync(Email);
        for (var failures = 1; failures < 5; failures++) Assert.False(await TryAsync("wrong"));
        foreach (var minutes in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            Assert.False(await TryAsync("wrong"));
            Host.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.False(await TryAsync(Given.Password), $"locked for {minutes} minutes");
            Host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(await TryAsync(Given.Password));
        Assert.Equal(0, await FailuresAsync());
        Assert.False(await TryAsync("wrong"));
        Assert.True(await TryAsync(Given.Password));
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_all_count()
    {
        var user = await Host.AccountAsync(Email);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Host.CallAsync<UserManager<ConsoleUser>, IdentityResult>(users =>
            users.AccessFailedAsync(new ConsoleUser { Id = user.Id, LockoutEnabled = true })))));

        Assert.Equal(8, await FailuresAsync());
    }

    private async Task<bool> TryAsync(string password) => await Host.CallAsync<AccountSignIn, ConsoleUser?>(accounts => accounts.CheckAsync(Email, password)) is not null;

    private Task<int> FailuresAsync() => Host.StoreAsync(db => db.Users.Select(u => u.AccessFailedCount).SingleAsync());
}

public sealed class LockoutOnSqlite() : LockoutTests(DatabaseKind.Sqlite);

public sealed class LockoutOnPostgreSql() : LockoutTests(DatabaseKind.PostgreSql);
