using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>Neither the status, nor the words, nor the work that is done tells which accounts there are.</summary>
public abstract partial class ForgottenPasswordTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task Twelve_at_the_same_moment_are_answered_alike_for_an_account_and_for_none_and_write_few_emails()
    {
        await Host.AccountAsync("awa@example.org");

        var known = await AskAsync("awa@example.org", 12);
        var unknown = await AskAsync("nobody@example.org", 12);

        Assert.All([.. known, .. unknown], answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(known.Concat(unknown).Select(answer => answer.Words).Distinct());
        Assert.Equal(0, await EmailsAsync());
        await Host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        Assert.Equal(3, await EmailsAsync());
    }

    [Fact]
    public async Task Asked_for_on_several_nodes_at_once_a_link_goes_out_and_the_newest_works()
    {
        var user = await Host.AccountAsync("awa@example.org");

        await Task.WhenAll(
            Enumerable.Range(0,
                12).Select(_ => Task.Run(() => Host.CallAsync<AdminConsole.Components.Account.UseCases.RequestPasswordReset>(
            use => use.HandleAsync(Ephyto.Domain.Common.EmailAddress.TryParse("awa@example.org")!, "somewhere", CancellationToken.None)))));

        Assert.InRange(await EmailsAsync(), 1, 3);
        var now = Host.Time.GetUtcNow().UtcDateTime;
        Assert.Contains(await Host.StoreAsync(db => db.Set<AccessLink>().Where(link => link.SubjectId == user.Id).ToListAsync()),
            link => link.StateAt(now) == LinkState.Open);
    }

    [Fact]
    public async Task The_fourth_in_a_row_neither_writes_an_email_nor_ends_the_link_of_the_third()
    {
        await Host.AccountAsync("awa@example.org");
        await AskAsync("awa@example.org", 8);
        await Host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        Assert.Equal((3, 1), (await EmailsAsync(), await OpenLinksAsync()));

        Host.Time.Advance(TimeSpan.FromMinutes(20));
        await AskAsync("awa@example.org", 2);
        await Host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);

        Assert.Equal((4, 1), (await EmailsAsync(), await OpenLinksAsync()));
    }

    private async Task<(HttpStatusCode Status, string Words)[]> AskAsync(string email, int times) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(async _ =>
        {
            using var client = Host.CreateClient();
            using var answer = await client.SendFormAsync("/account/forgot-password", "forgot", ("Form.Email", email));
            return (answer.StatusCode, Secrets().Replace(await answer.Content.ReadAsStringAsync(), ""));
        }));

    private Task<int> EmailsAsync() =>
        Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(mail => mail.Kind == "account.reset-password"));

    private Task<int> OpenLinksAsync()
    {
        var now = Host.Time.GetUtcNow().UtcDateTime;
        return Host.StoreAsync(db => db.Set<AccessLink>()
            .CountAsync(link => link.UsedAt == null && link.RevokedAt == null && link.ExpiresAt > now));
    }

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"|<!--.*?-->")]
    private static partial Regex Secrets();
}

public sealed class ForgottenPasswordOnSqlite() : ForgottenPasswordTests(DatabaseKind.Sqlite);

public sealed class ForgottenPasswordOnPostgreSql() : ForgottenPasswordTests(DatabaseKind.PostgreSql);

/// <summary>As much is hashed for an address without an account as for one with it: the time says nothing.</summary>
public sealed class PasswordWorkTests
{
    [Theory]
    [InlineData("awa@example.org")]
    [InlineData("nobody@example.org")]
    public async Task A_sign_in_costs_one_look_at_a_hash_of_today(string email)
    {
        var hasher = new CountingHasher();
        await using var host =
            await ConsoleHost.StartAsync(change: services => services.AddSingleton<IPasswordHasher<ConsoleUser>>(hasher));
        await host.AccountAsync("awa@example.org");
        using var client = host.CreateClient();
        (await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", "nobody@example.org"), ("Form.Password", "warm")))
            .Dispose();
        hasher.Looks = hasher.Made = 0;

        (await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", email), ("Form.Password", "wrong"))).Dispose();

        Assert.Equal((1, 0), (hasher.Looks, hasher.Made));
    }

    [Fact]
    public async Task A_hash_of_before_is_made_anew_at_the_next_sign_in_and_nobody_is_signed_out()
    {
        await using var host = await ConsoleHost.StartAsync();
        var user = await host.AccountAsync("awa@example.org");
        var old = new PasswordHasher<ConsoleUser>(
            Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 100 }));
        var before = old.HashPassword(user, Given.Password);
        await host.StoreAsync(db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, before)));

        using var first = await host.SignedInAsync("awa@example.org");
        var renewed = await host.StoreAsync(db => db.Users.SingleAsync());
        using var second = await host.SignedInAsync("awa@example.org");

        Assert.NotEqual(before, renewed.PasswordHash);
        Assert.Equal(user.SecurityStamp, renewed.SecurityStamp);
        Assert.Equal(renewed.PasswordHash, (await host.StoreAsync(db => db.Users.SingleAsync())).PasswordHash);
        Assert.True(await first.IsSignedInAsync());
    }

    [Fact]
    public async Task Production_takes_no_fewer_rounds_than_OWASP_recommends()
    {
        var (code, output) = await ConsoleApp.RunToEndAsync(
            new Dictionary<string, string?>
            {
                ["Hub:Environment"] = "Test", ["Hub:PublicAddress"] = "https://console.example.org", ["Email:From"] = "hub@example.org",
                ["Email:Transport"] = "Mailbox",
                ["Security:PasswordIterations"] = "1000",
            },
            Environments.Production);

        Assert.NotEqual(0, code);
        Assert.Contains("Security:PasswordIterations", output, StringComparison.Ordinal);
        Assert.True(new SecurityOptions().PasswordIterations >= 210_000);
    }

    private sealed class CountingHasher : IPasswordHasher<ConsoleUser>
    {
        public int Looks { get; set; }

        public int Made { get; set; }

        public string HashPassword(ConsoleUser user, string password)
        {
            Made++;
            return $"hash of {password}";
        }

        public PasswordVerificationResult VerifyHashedPassword(ConsoleUser user, string hashedPassword, string providedPassword)
        {
            Looks++;
            return hashedPassword == $"hash of {providedPassword}" ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
        }
    }
}
