using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Components.Nppos.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>Signing in and out over HTTP, as a browser without JavaScript does it.</summary>
public abstract class SignInTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Path = "/account/sign-in";

    [Theory]
    [InlineData("", "/")]
    [InlineData("?returnUrl=%2Fnppo%2Fmembers", "/nppo/members")]
    [InlineData("?returnUrl=https%3A%2F%2Fevil.example", "/")]
    [InlineData("?returnUrl=%2F%2Fevil.example", "/")]
    [InlineData("?returnUrl=%2F%5Cevil.example", "/")]
    public async Task One_goes_where_one_came_from_within_the_console(string query, string target)
    {
        await Host.AccountAsync("awa@example.org");
        using var client = Host.CreateClient();

        using var answer = await SignInAsync(client, "Awa@Example.org ", Given.Password, Path + query);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(new Uri(client.BaseAddress!, target), new Uri(client.BaseAddress!, answer.Headers.Location!));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/account/manage", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_member_goes_to_the_organization_and_reads_the_language_of_the_account()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var member = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "viewer@example.org");
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == member.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, "fr")));
        using var client = Host.CreateClient();

        using var answer = await SignInAsync(client, "viewer@example.org");

        Assert.EndsWith("/nppo", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", await client.GetStringAsync(new Uri("/account/manage", UriKind.Relative)), StringComparison.Ordinal);
        Assert.NotNull(await Host.StoreAsync(db => db.Users.Where(u => u.Id == member.Id).Select(u => u.LastSignInAt).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_removed_is_led_to_the_page_that_says_why()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var person = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "viewer@example.org");
        var member = await Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.UserId == person.Id));
        await Host.ChangeAsync(member, stored => Assert.True(stored.Remove("Moved to customs.", Guid.NewGuid(), 1, Host.Now()).IsSuccess));
        using var client = Host.CreateClient();

        using var answer = await SignInAsync(client, "viewer@example.org");

        Assert.EndsWith("/nppo", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(NppoLoss.Removed, Assert.Single(await Host.Get<ViewLostNppos>().HandleAsync(person, CancellationToken.None)).Why);
        Assert.Equal("Moved to customs.", (await Host.Get<ViewLostNppos>().HandleAsync(person, CancellationToken.None))[0].Words);
    }

    [Fact]
    public async Task The_sentence_on_a_wrong_password_names_the_link_as_the_page_does()
    {
        using var client = Host.CreateClient();

        using var wrong = await SignInAsync(client, "nobody@example.org", "something else");

        Assert.Equal(2, Regex.Count(await MainOfAsync(wrong), Regex.Escape("Forgot your password?")));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_hear_the_same()
    {
        await Host.AccountAsync("awa@example.org");
        using var client = Host.CreateClient();

        using var wrong = await SignInAsync(client, "awa@example.org", "something else");
        using var unknown = await SignInAsync(client, "nobody@example.org", "something else");

        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Contains("do not match", await MainOfAsync(wrong), StringComparison.Ordinal);
        Assert.Equal(await MainOfAsync(wrong), (await MainOfAsync(unknown)).Replace("nobody@", "awa@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_five_failures_the_account_is_locked_and_nobody_is_told()
    {
        await Host.AccountAsync("awa@example.org");
        using var client = Host.CreateClient();
        for (var failures = 0; failures < 5; failures++) (await SignInAsync(client, "awa@example.org", "something else")).Dispose();

        using var right = await SignInAsync(client, "awa@example.org");

        Assert.Contains("do not match", await MainOfAsync(right), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_needs_a_form_of_ours()
    {
        await Host.AccountAsync("awa@example.org");
        using var client = Host.CreateClient();
        (await SignInAsync(client, "awa@example.org")).Dispose();

        using var forged = await client.PostAsync(new Uri("/account/sign-out", UriKind.Relative),
            new FormUrlEncodedContent([new("returnUrl", "/")]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var byAddress = await client.GetAsync(new Uri("/account/sign-out", UriKind.Relative));
        Assert.NotEqual(HttpStatusCode.Redirect, byAddress.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/account/manage", UriKind.Relative))).StatusCode);

        using var signedOut = await client.SignOutAsync();
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(new Uri("/account/manage", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Too_many_forms_in_a_minute_are_refused_with_a_page()
    {
        await using var slow =
            await ConsoleHost.StartAsync(settings: new Dictionary<string, string?> { ["RateLimits:AnonymousFormsPerMinute"] = "2" });
        using var client = slow.CreateClient();
        (await SignInAsync(client, "a@example.org")).Dispose();
        (await SignInAsync(client, "a@example.org")).Dispose();

        using var refused = await SignInAsync(client, "a@example.org");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("Please wait a moment", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password = Given.Password,
        string path = Path) =>
        client.SendFormAsync(path, "sign-in", ("Form.Email", email), ("Form.Password", password));

    private static async Task<string> MainOfAsync(HttpResponseMessage answer)
    {
        var main = Regex.Match(await answer.Content.ReadAsStringAsync(), "<main.*</main>", RegexOptions.Singleline).Value;
        return Regex.Replace(main, "<input type=\"hidden\"[^>]*>", "");
    }
}

public sealed class SignInOnSqlite() : SignInTests(DatabaseKind.Sqlite);

public sealed class SignInOnPostgreSql() : SignInTests(DatabaseKind.PostgreSql);
