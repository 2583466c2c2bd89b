using System.Net.Sockets;
using System.Text;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>A host that is none is answered in words, by the real server, before any page is made for it.</summary>
public sealed class UnreadableHostTests : IAsyncLifetime
{
    private ConsoleHost? _host;

    public async ValueTask InitializeAsync() => _host = await ConsoleHost.ListenAsync();

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:99999\r\n")]
    [InlineData("GET /guide HTTP/1.1\r\nHost: localhost:99999\r\n")]
    [InlineData("GET /no-such-page HTTP/1.1\r\nHost: localhost:70000\r\n")]
    [InlineData("GET /account/sign-in HTTP/1.1\r\nHost:\r\n")]
    [InlineData("GET / HTTP/1.0\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: xn--a\r\n")]
    [InlineData("GET /guide HTTP/1.1\r\nHost: xn--0:8080\r\n")]
    [InlineData("GET /health HTTP/1.1\r\nHost: foo.xn--a.org\r\n")]
    [InlineData("GET /css/app.css HTTP/1.1\r\nHost: xn--a\r\n")]
    [InlineData("POST /_blazor/negotiate?negotiateVersion=1 HTTP/1.1\r\nHost: xn--a\r\nContent-Length: 0\r\n")]
    [InlineData("POST /contact-point/confirm HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n")]
    public async Task An_impossible_host_is_refused_in_words(string head)
    {
        var answer = await AskAsync(head);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("This address cannot be read", answer, StringComparison.Ordinal);
        Assert.Contains("X-Frame-Options: DENY", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy: ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_said_in_the_readers_language() =>
        Assert.Contains("Cette adresse ne peut pas être lue", await AskAsync("GET / HTTP/1.0\r\nAccept-Language: fr\r\n"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("GET /health HTTP/1.1\r\nHost: 10.1.2.3:8080\r\n")]
    [InlineData("GET /health HTTP/1.0\r\n")]
    public async Task A_probe_is_answered(string head) =>
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(head), StringComparison.Ordinal);

    private async Task<string> AskAsync(string head)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_host!.Address!.Host, _host.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}Connection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
