using Ephyto.AdminConsole.Platform.Security;
using System.Net;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Invitations;

/// <summary>The page behind an activation link, over HTTP.</summary>
public abstract class ActivationPageTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Path = "/account/activate";

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_sending_the_form_once_does()
    {
        var (nppo, invited) = await Host.ConfirmedNppoAsync();
        var secret = await SecretAsync(invited);
        using var client = Host.CreateClient();

        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{Path}/{secret}"));
        Assert.Equal(Path, (await OpenAsync(client, secret)).Split('?')[0]);
        Assert.Equal(Path, (await OpenAsync(client, secret)).Split('?')[0]);
        Assert.Equal(MemberStatus.Invited, await StatusAsync(invited));
        var page = await client.GetStringAsync(new Uri(Path, UriKind.Relative));
        Assert.Contains(nppo.Organization.Name, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", page, StringComparison.Ordinal);

        using var sent = await SendAsync(client, Given.Password);
        Assert.Equal("/nppo", LocationOf(sent));
        Assert.Equal(MemberStatus.Active, await StatusAsync(invited));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/nppo", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task An_expired_link_leads_to_the_page_that_helps()
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();
        var secret = await SecretAsync(invited);
        using var client = Host.CreateClient();
        await OpenAsync(client, secret);
        Host.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(30));
        await OpenAsync(client, secret);
        Host.Time.Advance(TimeSpan.FromMinutes(31));

        using var page = await client.GetAsync(new Uri(Path, UriKind.Relative));
        Assert.Equal("/link-problem", LocationOf(page).Split('?')[0]);
        Assert.Equal("/link-problem", (await OpenAsync(client, secret)).Split('?')[0]);
    }

    [Fact]
    public async Task The_owner_of_an_account_accepts_with_its_password_and_a_wrong_one_counts()
    {
        await Host.AccountAsync("awa.kouassi@example.org");
        var (_, invited) = await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();
        await OpenAsync(client, await SecretAsync(invited));

        using var wrong = await SendAsync(client, "not this password");
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        await Host.Get<AfterAnswer>().DoWaitingAsync(CancellationToken.None);
        Assert.Equal(1,
            await Host.StoreAsync(db => db.Set<SecurityTally>().Where(tally => tally.Signal == SecuritySignal.SignInFailed)
                .Select(tally => tally.Count).SingleAsync()));
        Assert.Equal(MemberStatus.Invited, await StatusAsync(invited));

        using var right = await SendAsync(client, Given.Password);
        Assert.Equal("/nppo", LocationOf(right));
        Assert.Equal(MemberStatus.Active, await StatusAsync(invited));
    }

    [Fact]
    public async Task Two_different_passwords_are_told_beside_the_field_and_what_was_typed_stays()
    {
        var (_, invited) = await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();
        await OpenAsync(client, await SecretAsync(invited));

        using var answer = await client.SendFormAsync(Path, "invitation", ("Form.GivenName", "Yao"), ("Form.FamilyName", ""),
            ("Form.JobTitle", "Chef"),
            ("Form.Password", Given.Password), ("Form.PasswordAgain", "three green lantern"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("id=\"Form-FamilyName-error\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Yao\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Given.Password, page, StringComparison.Ordinal);
        Assert.Equal(MemberStatus.Invited, await StatusAsync(invited));
    }

    private static string LocationOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Uri(new Uri("https://localhost"), answer.Headers.Location!).PathAndQuery;
    }

    private static async Task<string> OpenAsync(HttpClient client, string secret)
    {
        using var answer = await client.GetAsync(new Uri($"{Path}/{secret}", UriKind.Relative));
        return LocationOf(answer);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string password) => client.SendFormAsync(Path, "invitation",
        ("Form.GivenName", "Awa"), ("Form.FamilyName", "Kouassi"), ("Form.JobTitle", "Director"), ("Form.Password", password),
        ("Form.PasswordAgain", password));

    private async Task<string> SecretAsync(Member invited) =>
        Host.SecretOf(await Host.EmailAsync("member.registration-confirmed", invited.Id));

    private Task<MemberStatus> StatusAsync(Member member) =>
        Host.StoreAsync(db => db.Set<Member>().Where(m => m.Id == member.Id).Select(m => m.Status).SingleAsync());
}

public sealed class ActivationPageOnSqlite() : ActivationPageTests(DatabaseKind.Sqlite);

public sealed class ActivationPageOnPostgreSql() : ActivationPageTests(DatabaseKind.PostgreSql);
