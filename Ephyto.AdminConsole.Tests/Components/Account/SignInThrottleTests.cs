using System.Net;
using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>Who guesses is held back; the owner is not, and hears of it.</summary>
public abstract class SignInThrottleTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Email = "awa@example.org";
    private const string Attacker = "203.0.113.7";
    private const string Owner = "198.51.100.4";

    [Fact]
    public async Task Who_guesses_elsewhere_does_not_keep_the_owner_out()
    {
        await Host.AccountAsync(Email);

        for (var guess = 0; guess < 20; guess++) Assert.False(await TryAsync("wrong", Attacker));

        Assert.False(await TryAsync(Given.Password, Attacker), "the sixth of one sender is not looked at, right or wrong");
        Assert.True(await TryAsync(Given.Password, Owner));
    }

    [Fact]
    public async Task Time_gives_tries_back_and_going_on_takes_none()
    {
        await Host.AccountAsync(Email);
        for (var guess = 0; guess < 40; guess++) Assert.False(await TryAsync("wrong", Attacker));

        Host.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.False(await TryAsync(Given.Password, Attacker));
        Host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await TryAsync(Given.Password, Attacker));
    }

    [Fact]
    public async Task Guesses_of_the_same_moment_all_count()
    {
        await Host.AccountAsync(Email);

        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => TryAsync("wrong", Attacker))));

        await Host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        Assert.Equal((5, 19), (await CountAsync(SecuritySignal.SignInFailed), await CountAsync(SecuritySignal.SignInHeldBack)));
    }

    [Fact]
    public async Task From_many_networks_the_guesses_end_and_the_owner_s_own_browser_gets_in()
    {
        var user = await Host.AccountAsync(Email);
        var known = DeviceOf(user);
        for (var network = 0; network < 60; network++) Assert.False(await TryAsync("wrong", $"203.0.113.{network}"));

        Assert.False(await TryAsync(Given.Password, "192.0.2.1"), "somebody whose browser is not known waits");
        Assert.True(await TryAsync(Given.Password, Attacker, known));
        Assert.False(await TryAsync("wrong", Owner, known));
        Assert.True(await TryAsync(Given.Password, Owner, known));
    }

    [Fact]
    public async Task A_known_browser_does_not_guess_without_end_and_is_known_no_longer_once_the_password_changed()
    {
        var user = await Host.AccountAsync(Email);
        var known = DeviceOf(user);
        for (var guess = 0; guess < 10; guess++) Assert.False(await TryAsync("wrong", Attacker, known));
        Assert.False(await TryAsync(Given.Password, Attacker, known));

        await Host.CallAsync<ChangePassword, Result<ConsoleUser>>(use =>
            use.HandleAsync(new ChangePasswordRequest(Given.Password, "seven blue umbrellas"), Actor.User(user.Id),
                CancellationToken.None));
        var changed = await Host.StoreAsync(db => db.Users.SingleAsync(u => u.Id == user.Id));

        Assert.Null(Host.Get<KnownDevices>().Find(RequestFrom(Attacker, known), changed));
    }

    [Fact]
    public async Task The_browser_of_one_person_is_not_known_to_another_s_account()
    {
        var known = DeviceOf(await Host.AccountAsync("neighbour@example.org"));
        var user = await Host.AccountAsync(Email);

        Assert.Null(Host.Get<KnownDevices>().Find(RequestFrom(Attacker, known), user));
        Assert.Null(Host.Get<KnownDevices>().Find(RequestFrom(Attacker, "ephyto-device=nonsense"), user));
    }

    [Fact]
    public async Task One_sender_does_not_try_the_accounts_of_a_whole_country()
    {
        await Host.AccountAsync(Email);
        for (var guess = 0; guess < 60; guess++) Assert.False(await TryAsync("wrong", Attacker, email: $"person{guess}@example.org"));

        Assert.False(await TryAsync(Given.Password, Attacker));
        var rows = await RowsAsync();
        for (var guess = 60; guess < 80; guess++) Assert.False(await TryAsync("wrong", Attacker, email: $"person{guess}@example.org"));
        Assert.Equal(rows, await RowsAsync());
        Assert.True(await TryAsync(Given.Password, Owner));
    }

    [Fact]
    public async Task Tries_at_one_account_that_are_not_looked_at_use_up_nothing_of_the_sender()
    {
        await Host.AccountAsync(Email);
        for (var guess = 0; guess < 100; guess++) Assert.False(await TryAsync("wrong", Attacker, email: "colleague@example.org"));

        Assert.True(await TryAsync(Given.Password, Attacker));
    }

    [Fact]
    public async Task What_is_used_holds_for_another_node_and_over_a_restart_and_goes_when_it_says_nothing()
    {
        var contexts = Host.Get<IDbContextFactory<AdminConsole.Data.ConsoleDbContext>>();
        var allowance = new Allowance("test", 1, TimeSpan.FromMinutes(1));
        Assert.True(await new Allowances(contexts, Host.Time).TakeAsync(allowance, "somebody", CancellationToken.None));

        var other = new Allowances(contexts, Host.Time);
        Assert.False(await other.TakeAsync(allowance, "somebody", CancellationToken.None));
        Assert.Equal(0, await other.ClearAsync(CancellationToken.None));
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await other.ClearAsync(CancellationToken.None));

        Assert.True(await other.TakeAsync(allowance, "somebody", CancellationToken.None));
    }

    [Fact]
    public async Task The_owner_is_told_once_and_the_trail_stays_short_however_long_it_goes_on()
    {
        var user = await Host.AccountAsync(Email);
        for (var guess = 0; guess < 120; guess++)
        {
            await TryAsync("wrong", Attacker);
            await Host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        }

        Assert.Equal(1, await EmailsAsync("account.sign-ins-held-back"));
        Assert.Equal(["account.sign-ins-failed", "account.sign-ins-held-back"], await EntriesAsync(user));
        Host.Time.Advance(TimeSpan.FromHours(25));
        for (var guess = 0; guess < 8; guess++) await TryAsync("wrong", Attacker);
        await Host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        Assert.Equal(2, await EmailsAsync("account.sign-ins-held-back"));
        Assert.True(await TryAsync(Given.Password, Owner));
    }

    [Fact]
    public async Task Codes_and_recovery_codes_are_held_back_too_and_the_owner_hears_that_the_password_is_known()
    {
        var user = await Host.AccountAsync(Email);
        var codes = await Host.StoreAsync(async db =>
        {
            var made = await IdentitySecondFactor.ReplaceRecoveryCodesAsync(db, user.Id, CancellationToken.None);
            await db.SaveChangesAsync();
            return made;
        });

        for (var guess = 0; guess < 7; guess++) Assert.False(
            await CodeAsync(user, guess % 2 == 0 ? "000000" : "AAAA-BBBB-CCCC-DDDD", Attacker));
        Assert.False(await CodeAsync(user, codes[0], Attacker));
        Assert.True(await CodeAsync(user, codes[0], Owner));

        await Host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        Assert.Equal(1, await EmailsAsync("account.codes-held-back"));
    }

    /// <summary>Nobody guesses a passkey: whoever makes the console hold passwords back keeps no owner of one out.</summary>
    [Fact]
    public void A_passkey_is_looked_at_however_many_passwords_are_held_back()
    {
        Assert.Contains(typeof(SignInThrottle), NeededBy(typeof(AccountPasswords)));
        Assert.Contains(typeof(SignInThrottle), NeededBy(typeof(AccountSignIn)));

        Assert.Empty(NeededBy(typeof(AccountPasskeys)).Intersect([typeof(SignInThrottle), typeof(Allowances), typeof(AccountPasswords)]));
    }

    /// <summary>Of the console's own, what it is made with, and what those are.</summary>
    private static HashSet<Type> NeededBy(Type type)
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>([type]);
        while (open.TryPop(out var next))
        {
            foreach (var needed in next.GetConstructors().SelectMany(made => made.GetParameters())
                .Select(parameter => parameter.ParameterType))
                if (needed.Assembly == typeof(AccountPasskeys).Assembly && found.Add(needed)) open.Push(needed);
        }

        return found;
    }

    private async Task<bool> TryAsync(string password, string from, string? cookie = null, string email = Email)
    {
        Host.Get<IHttpContextAccessor>().HttpContext = RequestFrom(from, cookie);
        return await Host.CallAsync<AccountSignIn, ConsoleUser?>(accounts => accounts.CheckAsync(email, password)) is not null;
    }

    private Task<bool> CodeAsync(ConsoleUser user, string code, string from)
    {
        Host.Get<IHttpContextAccessor>().HttpContext = RequestFrom(from, null);
        return Host.CallAsync<AccountProof, bool>(proof => proof.IsCodeAsync(user, code, CancellationToken.None));
    }

    private string DeviceOf(ConsoleUser user)
    {
        var http = new DefaultHttpContext { RequestServices = Host.Services };
        Host.Get<KnownDevices>().Remember(http, user);
        var cookie = http.Response.Headers.SetCookie.ToString();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        return cookie.Split(';')[0];
    }

    private DefaultHttpContext RequestFrom(string address, string? cookie)
    {
        var http = new DefaultHttpContext { RequestServices = Host.Services };
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (cookie is not null) http.Request.Headers.Cookie = cookie;
        return http;
    }

    private Task<int> CountAsync(SecuritySignal signal) =>
        Host.StoreAsync(db => db.Set<SecurityTally>().Where(tally => tally.Signal == signal).Select(tally => tally.Count)
            .SingleOrDefaultAsync());

    private Task<int> RowsAsync() => Host.StoreAsync(db => db.Set<UsedAllowance>().CountAsync());

    private Task<int> EmailsAsync(string mail) => Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(email => email.Kind == mail));

    private Task<List<string>> EntriesAsync(ConsoleUser user) => Host.StoreAsync(db =>
        db.Set<AuditEntry>().Where(entry => entry.SubjectId == user.Id).OrderBy(entry => entry.Sequence).Select(entry => entry.Code)
            .ToListAsync());
}

public sealed class SignInThrottleOnSqlite() : SignInThrottleTests(DatabaseKind.Sqlite);

public sealed class SignInThrottleOnPostgreSql() : SignInThrottleTests(DatabaseKind.PostgreSql);
