using System.Net;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Platform.Refusals;

/// <summary>What the server would refuse by a bare status comes through as far as it lets, and is told in words.</summary>
public sealed class LongRequestTests : IAsyncLifetime
{
    private ConsoleHost? _host;

    public async ValueTask InitializeAsync() => _host = await ConsoleHost.ListenAsync();

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Theory]
    [InlineData(9_000, 0, HttpStatusCode.RequestUriTooLong)]
    [InlineData(60_000, 0, HttpStatusCode.RequestUriTooLong)]
    [InlineData(0, 40_000, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    [InlineData(0, 200_000, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    [InlineData(4_000, 20_000, HttpStatusCode.OK)]
    public async Task A_long_address_and_long_cookies_are_told_in_words(int query, int cookie, HttpStatusCode status)
    {
        using var client = _host!.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/guide?a={new string('x', query)}");
        request.Headers.Add("X-Long", new string('y', cookie));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        if (status != HttpStatusCode.OK)
            Assert.Contains(
                $"<h1><bdi>{(status == HttpStatusCode.RequestUriTooLong ? "This address" : "The request")} is too long</bdi></h1>",
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_JSON_reads_a_problem()
    {
        using var client = _host!.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/guide");
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("Accept-Language", "fr");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("fr", Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.Contains("Rien n’a été fait", problem, StringComparison.Ordinal);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }
}
