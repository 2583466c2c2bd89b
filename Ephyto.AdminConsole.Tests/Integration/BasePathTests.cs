using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>The same people and things in a console that lives under a path.</summary>
public sealed class WorldUnderAPath : AccessWorld
{
    public const string Address = "https://localhost/AdminConsole";

    protected override string PublicAddress => Address;
}

/// <summary>Every page of a console under a path leads to pages of that console, whether a proxy passes the path on or strips it.</summary>
public sealed partial class BasePathTests(WorldUnderAPath world) : IClassFixture<WorldUnderAPath>
{
    private static readonly Uri Base = new(WorldUnderAPath.Address + "/");

    [Theory]
    [InlineData(ProxyPath.Kept, Person.Anonymous)]
    [InlineData(ProxyPath.Kept, Person.HubAdministrator)]
    [InlineData(ProxyPath.Kept, Person.Administrator)]
    [InlineData(ProxyPath.Stripped, Person.Anonymous)]
    [InlineData(ProxyPath.Stripped, Person.HubAdministrator)]
    public async Task Every_link_stays_below_the_path_and_is_answered(ProxyPath proxy, Person person)
    {
        world.Host.Proxy = proxy;
        using var client = await world.ClientOfAsync(person);
        var found = new Dictionary<string, string>();
        foreach (var address in RouteTable.Readable.Select(route => world.AddressOf(route)).Append("/no/such/page"))
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
            if (answer.Headers.Location is { } location) Note(found, new Uri(Base, location), $"{address} redirects");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var own = new Uri(Base, WebUtility.HtmlDecode(BaseElement().Match(page).Groups[1].Value));
            foreach (Match link in Link().Matches(page))
                Note(found, new Uri(own, WebUtility.HtmlDecode(link.Groups[1].Value)), $"{address}: {link.Value}");
        }

        Assert.True(found.Count > 40, $"Only {found.Count} links were found.");
        foreach (var (address, on) in found.Where(link => IsFree(link.Key) && !NotRead().IsMatch(link.Value)))
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            // An unknown secret has a page of its own, which says so.
            if (address.EndsWith("/link-problem?state=Unknown", StringComparison.Ordinal)) continue;
            Assert.True(answer.StatusCode is not HttpStatusCode.NotFound and < HttpStatusCode.InternalServerError,
                $"{on} leads to {address}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/adminconsole/guide?a=%C3%A9", "/AdminConsole/guide?a=%C3%A9")]
    [InlineData("/ADMINCONSOLE/hub/users", "/AdminConsole/hub/users")]
    [InlineData("/%61dminconsole/guide", "/AdminConsole/guide")]
    [InlineData("/AdminConsole", "/AdminConsole/")]
    [InlineData("/adminconsole", "/AdminConsole/")]
    public async Task An_address_below_the_path_in_other_letters_leads_to_the_one_whose_cookies_hold(string asked, string given)
    {
        using var client = Direct();
        using var answer = await client.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.TemporaryRedirect, given), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/AdminConsole/guide")]
    [InlineData("/guide")]
    public async Task A_page_is_the_same_with_the_path_and_without(string address)
    {
        using var client = Direct();

        Assert.Contains("<base href=\"/AdminConsole/\" />",
            await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/AdminConsoleX/guide")]
    [InlineData("/x/AdminConsole/guide")]
    public async Task What_only_looks_like_the_path_is_no_page(string address)
    {
        using var client = Direct();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(ProxyPath.Kept)]
    [InlineData(ProxyPath.Stripped)]
    public async Task Who_comes_to_a_page_of_members_signs_in_and_gets_there(ProxyPath proxy)
    {
        world.Host.Proxy = proxy;
        using var client = world.Host.CreateClient();
        using var refused = await client.GetAsync(new Uri("/nppo/members?page=1", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/AdminConsole/account/sign-in?returnUrl=%2Fnppo%2Fmembers%3Fpage%3D1", refused.Headers.Location?.OriginalString);

        using var entered = await client.SendFormAsync(
            refused.Headers.Location!.OriginalString, "sign-in", ("Form.Email", AccessWorld.EmailOf(Person.Administrator)),
            ("Form.Password", Given.Password));
        Assert.Equal("https://localhost/AdminConsole/nppo/members?page=1", new Uri(Base, entered.Headers.Location!).AbsoluteUri);
        Assert.All(entered.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Contains("path=/AdminConsole", cookie, StringComparison.Ordinal));

        using var left = await client.SignOutAsync();
        Assert.Equal("/AdminConsole/", left.Headers.Location?.OriginalString);
        // It would take what the neighbours at other paths keep.
        Assert.False(left.Headers.Contains("Clear-Site-Data"));
    }

    [Fact]
    public async Task The_description_of_the_data_names_the_address_it_has()
    {
        world.Host.Proxy = ProxyPath.Stripped;
        using var client = world.Host.CreateClient();
        using var description =
            JsonDocument.Parse(
                await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Equal(Base.AbsoluteUri.TrimEnd('/'),
            description.RootElement.GetProperty("servers")[0].GetProperty("url").GetString()!.TrimEnd('/'));
    }

    [Fact]
    public void An_email_leads_below_the_path() =>
        Assert.Equal("https://localhost/AdminConsole/nppo", world.Host.Get<IOptions<HubOptions>>().Value.AddressOf("nppo"));

    private HttpClient Direct() => world.Host.CreateClientBehindNothing();

    // What changes the reader, and the page that is there to say that a page is not.
    private static bool IsFree(string address) => !NotFollowed().IsMatch(address);

    private static void Note(Dictionary<string, string> found, Uri link, string on)
    {
        if (link.Scheme is not ("http" or "https") || link.Host != Base.Host) return;
        Assert.True(link.AbsolutePath.StartsWith(Base.AbsolutePath, StringComparison.Ordinal), $"{on} leads to {link.AbsolutePath}");
        found.TryAdd(link.PathAndQuery, on);
    }

    [GeneratedRegex("/(language|theme)/|/no/such/page$|/not-found$")]
    private static partial Regex NotFollowed();

    // A form is sent, and the first link of a page leads to the page itself, which may be one that says that there is none.
    [GeneratedRegex("<form|skip-link")]
    private static partial Regex NotRead();

    [GeneratedRegex("<base href=\"([^\"]*)\"")]
    private static partial Regex BaseElement();

    [GeneratedRegex("<(?:a|link|script|img|iframe|form|area)\\b[^>]*?\\s(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Link();
}
