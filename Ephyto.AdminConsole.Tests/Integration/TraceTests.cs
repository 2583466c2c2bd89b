using System.Net;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Nothing answers TRACE, which would show a script what the browser sent.</summary>
public sealed class TraceTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/register")]
    [InlineData("/account/sign-in")]
    [InlineData("/css/tokens.css")]
    [InlineData("/api/v1/participation")]
    [InlineData("/health")]
    public async Task A_request_is_never_given_back(string path)
    {
        using var client = Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Trace, path);
        request.Headers.Add("X-Told", "a secret of this browser");

        using var answer = await client.SendAsync(request);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("a secret of this browser", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
