using System.Net;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Account;

public abstract class PasswordTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Wanted = "seven blue umbrellas";

    [Fact]
    public async Task Who_forgot_it_sets_another_by_a_link_in_an_email()
    {
        var user = await Host.AccountAsync("awa@example.org");
        await AskAsync(" AWA@example.org");
        var link = await Host.LinkOfAsync(await Host.EmailAsync("account.reset-password", user.Id));

        Assert.Equal(AccountErrors.PasswordTooShort, (await ResetAsync(link, "short")).Error);
        Assert.True((await ResetAsync(link, Wanted)).IsSuccess);

        Assert.True(await IsPasswordAsync(user, Wanted));
        Assert.NotEqual(user.SecurityStamp, (await AccountAsync(user.Id)).SecurityStamp);
        Assert.Equal(LinkErrors.NotUsable, (await ResetAsync(link, "another long password")).Error);
        Assert.Equal("Your password was changed", (await Host.EmailAsync("account.password-changed", user.Id)).Subject);
    }

    [Fact]
    public async Task A_newer_link_replaces_the_older_and_each_lives_an_hour()
    {
        var user = await Host.AccountAsync("awa@example.org");
        await AskAsync("awa@example.org");
        var first = await Host.LinkOfAsync(await Host.EmailAsync("account.reset-password", user.Id));
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync("awa@example.org");
        var second = await Host.LinkOfAsync(await Host.EmailAsync("account.reset-password", user.Id));

        Assert.Equal(LinkErrors.NotUsable, (await ResetAsync(first, Wanted)).Error);
        Host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(LinkErrors.NotUsable, (await ResetAsync(second, Wanted)).Error);
    }

    [Fact]
    public async Task For_an_address_without_an_account_nothing_is_sent()
    {
        await AskAsync("nobody@example.org");

        Assert.Equal(0, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync()));
    }

    [Fact]
    public async Task Of_ten_at_the_same_moment_one_sets_it()
    {
        var user = await Host.AccountAsync("awa@example.org");
        await AskAsync("awa@example.org");
        var link = await Host.LinkOfAsync(await Host.EmailAsync("account.reset-password", user.Id));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => ResetAsync(link, $"{Wanted} {number}"))));

        Assert.Single(outcomes, outcome => outcome.IsSuccess);
    }

    [Fact]
    public async Task Who_is_signed_in_changes_it_with_the_present_one()
    {
        var user = await Host.AccountAsync("awa@example.org");

        Assert.Equal(AccountErrors.WrongPassword, (await ChangeAsync(user, "not this one", Wanted)).Error);
        Assert.Equal(AccountErrors.PasswordTooCommon, (await ChangeAsync(user, Given.Password, "passwordpassword")).Error);
        Assert.True((await ChangeAsync(user, Given.Password, Wanted)).IsSuccess);

        Assert.True(await IsPasswordAsync(user, Wanted));
        Assert.NotNull(await Host.EmailAsync("account.password-changed", user.Id));
    }

    [Fact]
    public async Task Nobody_changes_it_without_being_signed_in() =>
        Assert.Equal(AccessErrors.NotAllowed, (await Host.CallAsync<ChangePassword, Result<ConsoleUser>>(
            use => use.HandleAsync(new ChangePasswordRequest(Given.Password, Wanted), Actor.Anonymous, CancellationToken.None))).Error);

    [Fact]
    public async Task The_other_sessions_end_and_this_one_goes_on()
    {
        await Host.AccountAsync("awa@example.org");
        using var here = Host.CreateClient();
        using var there = Host.CreateClient();
        foreach (var client in new[] { here, there })
            (await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", "awa@example.org"),
                ("Form.Password", Given.Password))).Dispose();

        using var changed = await here.SendFormAsync(
            "/account/manage/password", "password", ("Form.Present", Given.Password), ("Form.Password", Wanted),
            ("Form.PasswordAgain", Wanted));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Host.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(new Uri("/account/manage", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync(new Uri("/account/manage", UriKind.Relative))).StatusCode);
    }

    private Task AskAsync(string email) =>
        Host.CallAsync<RequestPasswordReset>(use => use.HandleAsync(EmailAddress.TryParse(email)!, "somewhere", CancellationToken.None));

    private Task<Result<Guid>> ResetAsync(Guid link, string password) =>
        Host.CallAsync<ResetPassword, Result<Guid>>(
            use => use.HandleAsync(new ResetPasswordRequest(link, password), CancellationToken.None));

    private Task<Result<ConsoleUser>> ChangeAsync(ConsoleUser user, string present, string wanted) =>
        Host.CallAsync<ChangePassword, Result<ConsoleUser>>(
            use => use.HandleAsync(new ChangePasswordRequest(present, wanted), Actor.User(user.Id), CancellationToken.None));

    private Task<ConsoleUser> AccountAsync(Guid id) => Host.StoreAsync(db => db.Users.SingleAsync(u => u.Id == id));

    private async Task<bool> IsPasswordAsync(ConsoleUser user, string password)
    {
        var stored = await AccountAsync(user.Id);
        return await Host.CallAsync<UserManager<ConsoleUser>, bool>(users => users.CheckPasswordAsync(stored, password));
    }
}

public sealed class PasswordOnSqlite() : PasswordTests(DatabaseKind.Sqlite);

public sealed class PasswordOnPostgreSql() : PasswordTests(DatabaseKind.PostgreSql);
