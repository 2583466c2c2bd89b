using System.Net;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>A console answers under its own name, and its circuit takes its own pages only, however its path is written.</summary>
public sealed class OwnHostTests : IAsyncLifetime
{
    private ConsoleHost? _host;

    public async ValueTask InitializeAsync() => _host = await ConsoleHost.StartAsync(settings: new Dictionary<string, string?>
    {
        ["Hub:PublicAddress"] = "https://hub.example.org/AdminConsole",
        ["AllowedHosts"] = "other.example.org;*.example.net",
    });

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("hub.example.org", HttpStatusCode.OK)]
    [InlineData("HUB.example.org:8443", HttpStatusCode.OK)]
    [InlineData("other.example.org", HttpStatusCode.OK)]
    [InlineData("a.example.net", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("hub.example.org.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.0.2.7", HttpStatusCode.MisdirectedRequest)]
    public async Task A_page_is_given_under_the_consoles_own_names_only(string host, HttpStatusCode status)
    {
        using var answer = await SendAsync(HttpMethod.Get, "/guide", ("Host", host));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("xn--a")]
    [InlineData("xn--0")]
    [InlineData("foo.xn--a.org")]
    [InlineData("xn--a:8080")]
    public async Task A_page_of_a_host_that_is_no_name_is_foreign_and_no_error(string host)
    {
        using var origin = await SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", ("Host", "hub.example.org"),
            ("Origin", $"https://{host}"));
        using var referer = await SendAsync(HttpMethod.Post, "/account/sign-in", ("Host", "hub.example.org"),
            ("Referer", $"https://{host}/x"));

        Assert.Equal(HttpStatusCode.Forbidden, origin.StatusCode);
        Assert.InRange((int)referer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Under_another_name_a_page_says_where_the_console_is()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/account/sign-in", ("Host", "evil.example"), ("Accept-Language", "fr"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Contains("href=\"https://hub.example.org/AdminConsole/\"", page, StringComparison.Ordinal);
        Assert.Contains("La console se trouve à une autre adresse", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"fr\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/ready")]
    [InlineData("/AdminConsole/health")]
    public async Task A_probe_that_knows_the_address_of_the_machine_only_is_answered(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, ("Host", "10.1.2.3:8080"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/_BLAZOR/negotiate?negotiateVersion=1")]
    [InlineData("/_Blazor/NEGOTIATE?negotiateVersion=1")]
    [InlineData("/%5Fblazor/negotiate?negotiateVersion=1")]
    [InlineData("/_bl%61zor/negotiate?negotiateVersion=1")]
    [InlineData("/AdminConsole/_BLAZOR/negotiate?negotiateVersion=1")]
    [InlineData("/adminconsole/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/_BLAZOR/disconnect")]
    [InlineData("/_BLAZOR?id=x")]
    public async Task The_circuit_is_closed_to_a_foreign_page_however_its_path_is_written(string path)
    {
        foreach (var (name, value) in new[]
        {
            ("Origin", "https://evil.example"), ("Origin", "null"), ("Origin", "http://hub.example.org"),
            ("Origin", "https://hub.example.org:444"),
            ("Origin", "https://hub.example.org, https://evil.example"), ("Sec-Fetch-Site", "cross-site"),
        })
        {
            using var answer = await SendAsync(HttpMethod.Post, path, ("Host", "hub.example.org"), (name, value));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path} of {value}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("hub.example.org", "https://hub.example.org")]
    // A proxy that ends TLS and is not believed: the page's address is the public one, the request's is not.
    [InlineData("localhost:5080", "https://hub.example.org")]
    [InlineData("other.example.org", "https://other.example.org")]
    public async Task The_circuit_is_open_to_the_consoles_own_pages(string host, string origin)
    {
        using var answer = await SendAsync(HttpMethod.Post, "/_BLAZOR/negotiate?negotiateVersion=1", ("Host", host), ("Origin", origin));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var client = _host!.CreateClientBehindNothing();
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
