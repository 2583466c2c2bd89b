using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.DomainModel.Common;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

public sealed partial class LocalUrlTests
{
    [Theory]
    [InlineData("/hub/registrations?page=2", "hub/registrations?page=2")]
    [InlineData("/côte?q=é#ñ", "c%C3%B4te?q=%C3%A9#%C3%B1")]
    [InlineData("/?a=b:c", "?a=b:c")]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("https://elsewhere.example", "")]
    [InlineData("//elsewhere.example", "")]
    [InlineData("/\\elsewhere.example", "")]
    [InlineData("/https://elsewhere.example", "")]
    [InlineData("/https:elsewhere.example", "")]
    [InlineData("/ https://elsewhere.example", "")]
    [InlineData("/javascript:alert(1)", "")]
    [InlineData("~/guide", "")]
    [InlineData("javascript:alert(1)", "")]
    [InlineData("/guide\r\nSet-Cookie: x=y", "")]
    public void A_redirect_stays_in_the_console(string? asked, string given) => Assert.Equal(given, LocalUrl.OrHome(asked));

    /// <summary>Addresses that lead elsewhere for a browser, a router or a proxy.</summary>
    public static TheoryData<string> Hostile =>
    [
        "/ //evil.example/x", "/ /\\evil.example", "/\t//evil.example", "/\n//evil.example", "/\u00A0//evil.example",
        "/\u3000//evil.example", "/\u200B//evil.example",
        "/\uFEFF//evil.example", "/\u0000//evil.example", "/\u007F//evil.example", "/ https://evil.example", "/ //evil.example:8080/?a=b",
        "//evil.example", "///evil.example",
        "/\\evil.example", "\\\\evil.example", "/guide\\..\\..\\evil.example", "/guide//evil.example", "/..//evil.example/x",
        "/.//evil.example", "/guide/../..//evil.example",
        "/../elsewhere", "/guide/../../elsewhere", "/https://evil.example", "/https:evil.example", "/javascript:alert(1)",
        "/data:text/html,x", "https://evil.example", "evil.example",
        "/\u2028//evil.example", "/@evil.example//x", "/guide\r\nLocation: https://evil.example", "/?a\r\nLocation: https://evil.example",
        "/http://xn--a/",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_leads_elsewhere_leads_home(string asked) => Assert.Equal("", LocalUrl.OrHome(asked));

    [Theory]
    [MemberData(nameof(ForeignUriTests.Unreadable), MemberType = typeof(ForeignUriTests))]
    public void What_cannot_be_read_leads_to_no_other_host(string text) =>
        Assert.DoesNotContain("//", LocalUrl.OrHome($"/{text}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/%2F/elsewhere.example")]
    [InlineData("/%5C%5Celsewhere.example")]
    [InlineData("/?//elsewhere.example")]
    [InlineData("/#//elsewhere.example")]
    [InlineData("/@elsewhere.example")]
    [InlineData("/?a= //elsewhere.example")]
    public void What_is_followed_from_a_page_stays_with_its_host(string asked)
    {
        var page = new Uri("https://example.org/AdminConsole/");

        Assert.Equal(page.Host, new Uri(page, LocalUrl.OrHome(asked)).Host);
    }

    /// <summary>Where the source takes such an address is where the test below asks.</summary>
    [Fact]
    public void No_other_place_takes_a_return_address()
    {
        string[] known =
        [
            "Components/Account/AccountModule.cs", "Components/Account/Pages/Manage/SecondFactor.razor.cs",
            "Components/Account/Pages/SignIn.razor.cs",
            "Components/Account/Pages/SignInCode.razor.cs", "Components/Layout/ThemeChoice.cs", "Components/Pages/FormProblem.razor.cs",
            "Platform/Localization/LocalizationModule.cs",
        ];
        var taking = Repository.SourceFiles(".cs", ".razor")
            .Where(file => file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal)
                && !file.EndsWith("/LocalUrl.cs", StringComparison.Ordinal))
            .Where(file => ReturnAddress().IsMatch(Repository.Read(file)));

        Assert.Equal(known.Select(file => "Ephyto.AdminConsole/" + file), taking.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_page_and_no_button_leads_elsewhere()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.AccountAsync("awa@example.org");
        using var client = await host.SignedInAsync("awa@example.org");
        using var stranger = host.CreateClient();
        foreach (var hostile in Hostile.Select(row => row.Data))
        {
            var asked = $"?returnUrl={Uri.EscapeDataString(hostile)}";
            foreach (var page in (string[])["/language/fr", "/theme/dark", "/account/sign-in", "/account/sign-in-code",
                "/account/manage/second-factor", "/form-problem"])
            {
                await AssertStaysAsync(client, page + asked);
                await AssertStaysAsync(stranger, page + asked);
            }
        }
    }

    private static async Task AssertStaysAsync(HttpClient client, string asked)
    {
        using var answer = await client.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = new Uri("http://localhost/");

        Assert.True(answer.Headers.Location is not { } location || new Uri(page, location).Host == page.Host,
            $"{asked}: {answer.Headers.Location}");
        Assert.True((int)answer.StatusCode < 500, $"{asked}: {answer.StatusCode}");
        Assert.DoesNotMatch("""(href|action)="[^"]*evil""",
            Regex.Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "returnUrl=[^\"]*", ""));
    }

    [GeneratedRegex(@"SupplyParameterFrom\w+[^\n]*\]\s*[^\n]*\bReturnUrl\b|\bstring\? returnUrl\b", RegexOptions.NonBacktracking)]
    private static partial Regex ReturnAddress();

    [Fact]
    public void An_address_goes_out_with_the_path_under_which_the_console_lives()
    {
        var http = new DefaultHttpContext();
        http.Request.PathBase = "/Admin Console";

        Assert.Equal("/Admin%20Console/hub?a=b", LocalUrl.In(http, "hub?a=b"));
        Assert.Equal("hub/users?page=2", LocalUrl.OrHome(Uri.UnescapeDataString(LocalUrl.Return("hub/users?page=2"))));
    }

    [Theory]
    [InlineData("/language/fr?returnUrl=%2Fc%C3%B4te", "/c%C3%B4te")]
    [InlineData("/theme/dark?returnUrl=%2F%E4%B8%AD%3Fq%3D%C3%A9", "/%E4%B8%AD?q=%C3%A9")]
    public async Task An_address_with_letters_outside_ascii_is_followed(string asked, string location)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var client = host.CreateClient();
        using var answer = await client.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(location, answer.Headers.Location?.OriginalString);
    }
}
