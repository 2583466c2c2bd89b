using System.Net;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>Codes of an authenticator app, and the codes that stand in for it.</summary>
public abstract class SecondFactorTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Email = "awa@example.org";
    private const string Page = "/account/manage/second-factor";

    [Fact]
    public async Task Once_set_up_a_sign_in_asks_for_a_code_and_takes_it_once()
    {
        var (user, key, _, client) = await EnrolledAsync();
        Assert.True(await client.IsSignedInAsync());
        NextCode();
        using var other = Host.CreateClient();
        var code = Authenticator.CodeOf(key, Host.Time.GetUtcNow());

        using (var answer = await other.SignInWithCodeAsync(Email, code))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(await other.IsSignedInAsync());

        using var thief = Host.CreateClient();
        using (var again = await thief.SignInWithCodeAsync(Email, code))
            Assert.Contains("has been used already", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await thief.IsSignedInAsync());
        Assert.NotNull(await Host.EmailAsync("account.authenticator-on", user.Id));
    }

    [Fact]
    public async Task Of_ten_that_send_one_code_at_the_same_moment_one_gets_in()
    {
        var (user, key, codes, _) = await EnrolledAsync();
        NextCode();
        foreach (var secret in new[] { Authenticator.CodeOf(key, Host.Time.GetUtcNow()), codes[0] })
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 10)
                .Select(_ => Task.Run(() => Host.Get<IdentitySecondFactor>().UseCodeAsync(user.Id, secret, CancellationToken.None))));
            Assert.Single(outcomes, outcome => outcome);
        }
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed_and_its_owner_is_told()
    {
        var (user, _, codes, _) = await EnrolledAsync();
        using var client = Host.CreateClient();

        using (var answer = await client.SignInWithCodeAsync(Email, codes[3].ToLowerInvariant().Replace('-', ' ')))
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var second = Host.CreateClient();
        using (var again = await second.SignInWithCodeAsync(Email, codes[3])) Assert.Equal(HttpStatusCode.OK, again.StatusCode);

        Assert.Equal(9, (await ViewAsync(user)).RecoveryCodes);
        Assert.NotNull(await Host.EmailAsync("account.recovery-code-used", user.Id));
        Assert.DoesNotContain(codes[4].Replace("-", "", StringComparison.Ordinal),
            await Host.StoreAsync(db => db.Set<RecoveryCode>().Select(c => c.Hash).ToListAsync()));
    }

    [Fact]
    public async Task After_five_wrong_codes_no_further_one_is_looked_at()
    {
        var (_, key, _, _) = await EnrolledAsync();
        NextCode();
        using var client = Host.CreateClient();
        for (var failures = 0; failures < 5; failures++) (await client.SignInWithCodeAsync(Email, "000000")).Dispose();

        using var answer = await client.SendFormAsync("/account/sign-in/code", "code",
            ("Form.Code", Authenticator.CodeOf(key, Host.Time.GetUtcNow())));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task The_code_is_not_asked_of_somebody_who_gave_no_password()
    {
        using var client = Host.CreateClient();

        using var answer = await client.GetAsync(new Uri("/account/sign-in/code?returnUrl=%2Fnppo", UriKind.Relative));

        Assert.EndsWith("/account/sign-in?returnUrl=%2Fnppo&done=late", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("blocks cookies",
            await client.GetStringAsync(new Uri("/account/sign-in?returnUrl=%2Fnppo&done=late", UriKind.Relative)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_keys_of_the_console_are_lost_a_code_of_the_app_is_told_so_and_a_recovery_code_works()
    {
        var (user, key, codes, _) = await EnrolledAsync();
        var ofOtherKeys = new EphemeralDataProtectionProvider().CreateProtector("other").Protect(key);
        await Host.StoreAsync(db => db.Set<AccountSecurity>().Where(s => s.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.AuthenticatorKey, ofOtherKeys)));
        NextCode();
        using var client = Host.CreateClient();
        for (var tries = 0; tries < 6; tries++)
        {
            using var refused = await client.SignInWithCodeAsync(Email, Authenticator.CodeOf(key, Host.Time.GetUtcNow()));
            Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
            Assert.Contains("can no longer read the key of your authenticator app", await refused.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);
        }

        using var entered = await client.SendFormAsync("/account/sign-in/code", "code", ("Form.Code", codes[0]));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Fact]
    public async Task New_recovery_codes_replace_the_old_ones_and_need_a_proof()
    {
        var (user, _, codes, client) = await EnrolledAsync();
        using (var refused = await client.SendFormAsync(Page, "change", ("Form.Act", "codes"), ("Form.Proof", "not the password")))
            Assert.Contains("neither your password", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using (var made = await client.SendFormAsync(Page, "change", ("Form.Act", "codes"), ("Form.Proof", Given.Password)))
            Assert.Contains("Keep these codes now", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.False(await Host.Get<IdentitySecondFactor>().UseCodeAsync(user.Id, codes[0], CancellationToken.None));
        Assert.Equal(10, (await ViewAsync(user)).RecoveryCodes);
        Assert.True(await client.IsSignedInAsync());
        Assert.NotNull(await Host.EmailAsync("account.recovery-codes-made", user.Id));
    }

    [Fact]
    public async Task Turned_off_with_a_code_the_password_is_enough_again()
    {
        var (user, key, codes, client) = await EnrolledAsync();
        NextCode();

        using var off = await client.SendFormAsync(Page, "change", ("Form.Act", "off"),
            ("Form.Proof", Authenticator.CodeOf(key, Host.Time.GetUtcNow())));

        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        using var simple = await Host.SignedInAsync(Email);
        Assert.True(await simple.IsSignedInAsync());
        Assert.False(await Host.Get<IdentitySecondFactor>().UseCodeAsync(user.Id, codes[0], CancellationToken.None));
        Assert.NotNull(await Host.EmailAsync("account.authenticator-off", user.Id));
    }

    [Fact]
    public async Task The_key_of_one_person_sets_up_nothing_for_another_and_grows_old()
    {
        var user = await Host.AccountAsync(Email);
        var other = await Host.AccountAsync("other@example.org");
        var (key, offer) = Host.Get<IdentitySecondFactor>().OfferKey(user.Id, null);
        var request = new TurnOnAuthenticatorRequest(offer, Authenticator.CodeOf(key, Host.Time.GetUtcNow()), null);

        Assert.Equal(AccountErrors.KeyTooOld, (await TurnOnAsync(request, Actor.User(other.Id))).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await TurnOnAsync(request, Actor.Anonymous)).Error);
        Assert.Equal(AccountErrors.WrongCode, (await TurnOnAsync(request with { Code = "12345" }, Actor.User(user.Id))).Error);
        Host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AccountErrors.KeyTooOld, (await TurnOnAsync(request, Actor.User(user.Id))).Error);
    }

    [Fact]
    public async Task The_key_that_was_scanned_stays_through_a_reload_and_a_second_tab_and_either_tab_confirms()
    {
        await Host.AccountAsync(Email);
        using var browser = await Host.SignedInAsync(Email);
        var (first, second) = (await new Tab(browser).GoToAsync(Page), await new Tab(browser).GoToAsync(Page));
        var scanned = KeyOn(first);
        Host.Time.Advance(TimeSpan.FromMinutes(20));
        await first.ReloadAsync();
        Assert.Equal((scanned, scanned), (KeyOn(first), KeyOn(second)));

        await second.SendAsync("On.Code", ("On.Code", Authenticator.CodeOf(scanned, Host.Time.GetUtcNow())));

        Assert.Contains("Keep these codes now", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_in_next_and_whoever_comes_back_later_is_offered_another_key()
    {
        await Host.AccountAsync(Email);
        using var browser = await Host.SignedInAsync(Email);
        var tab = await new Tab(browser).GoToAsync(Page);
        var first = KeyOn(tab);
        Host.Time.Advance(TimeSpan.FromMinutes(31));
        var second = KeyOn(await tab.ReloadAsync());
        Assert.NotEqual(first, second);

        await tab.SendAsync("sign-out");
        (await browser.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", Email), ("Form.Password", Given.Password))).Dispose();

        Assert.NotEqual(second, KeyOn(await tab.GoToAsync(Page)));
    }

    [Fact]
    public async Task There_is_one_app_at_a_time()
    {
        var user = await Host.AccountAsync(Email);
        var (key, offer) = Host.Get<IdentitySecondFactor>().OfferKey(user.Id, null);
        var request = new TurnOnAuthenticatorRequest(offer, Authenticator.CodeOf(key, Host.Time.GetUtcNow()), null);

        Assert.True((await TurnOnAsync(request, Actor.User(user.Id))).IsSuccess);
        Assert.Equal(AccountErrors.AuthenticatorIsOn, (await TurnOnAsync(request, Actor.User(user.Id))).Error);
    }

    [Fact]
    public async Task Setting_it_up_ends_the_sessions_that_knew_only_the_password()
    {
        await Host.AccountAsync(Email);
        using var there = await Host.SignedInAsync(Email);
        using var here = await Host.SignedInAsync(Email);

        await Host.SetUpAuthenticatorAsync(here);

        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
    }

    private Task<SecondFactorView> ViewAsync(ConsoleUser user) =>
        Host.Get<ViewSecondFactor>().HandleAsync(Actor.User(user.Id), CancellationToken.None);

    private Task<Result<NewRecoveryCodes>> TurnOnAsync(TurnOnAuthenticatorRequest request, Actor actor) =>
        Host.CallAsync<TurnOnAuthenticator, Result<NewRecoveryCodes>>(use => use.HandleAsync(request, actor, CancellationToken.None));

    private static string KeyOn(Tab tab) =>
        System.Text.RegularExpressions.Regex.Match(tab.Text, "key-in-clear\">([A-Z2-7 ]+)<").Groups[1].Value.Replace(" ", "",
            StringComparison.Ordinal) is { Length: 32 } key
            ? key : throw new InvalidOperationException(tab.Text);

    private void NextCode() => Host.Time.Advance(TimeSpan.FromSeconds(30));

    private async Task<(ConsoleUser User, string Key, IReadOnlyList<string> Codes, HttpClient Client)> EnrolledAsync()
    {
        var user = await Host.AccountAsync(Email);
        var client = await Host.SignedInAsync(Email);
        var (key, codes) = await Host.SetUpAuthenticatorAsync(client);
        return (user, key, codes, client);
    }
}

public sealed class SecondFactorOnSqlite() : SecondFactorTests(DatabaseKind.Sqlite);

public sealed class SecondFactorOnPostgreSql() : SecondFactorTests(DatabaseKind.PostgreSql);
