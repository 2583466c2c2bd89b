using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Tests.Integration.Fuzz;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Platform.Refusals;

/// <summary>
/// What is no HTTP is refused by the server itself, before the console: in words all the same, with the headers of every answer.
/// </summary>
public sealed class ServerRefusalTests : IAsyncLifetime
{
    private const string Host = "Host: localhost\r\n";
    private const string Large = "/_content/MudBlazor/MudBlazor.min.css";
    private static readonly string[] OnlyHere = ["Date", "Connection", "Content-Type", "Content-Length", "Content-Language",
        "Cache-Control"];

    private ConsoleHost? _host;

    private Uri Address => _host!.Address!;

    public async ValueTask InitializeAsync() => _host = await ConsoleHost.ListenAsync(
        change: services =>
            services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1)));

    public ValueTask DisposeAsync() => _host!.DisposeAsync();

    public static TheoryData<string, string, int, string, string> Refused => new()
    {
        { "a NUL in the target", $"GET /%00 HTTP/1.1\r\n{Host}\r\n", 400, "This request could not be understood",
            "Cette demande n’a pas pu être comprise" },
        { "letters outside ASCII", $"GET /é HTTP/1.1\r\n{Host}\r\n", 400, "This request could not be understood",
            "Cette demande n’a pas pu être comprise" },
        { "below the interface for programs", $"GET /api/v1/%00 HTTP/1.1\r\n{Host}\r\n", 400, "This request could not be understood",
            "Cette demande n’a pas pu être comprise" },
        { "no line of HTTP", "hello\r\n\r\n", 400, "This request could not be understood", "Cette demande n’a pas pu être comprise" },
        { "a name with a space", $"GET / HTTP/1.1\r\n{Host}Bad Name: a\r\n\r\n", 400, "This request could not be understood",
            "Cette demande n’a pas pu être comprise" },
        { "no host", "GET / HTTP/1.1\r\n\r\n", 400, "This request could not be understood", "Cette demande n’a pas pu être comprise" },
        { "two hosts", $"GET / HTTP/1.1\r\n{Host}{Host}\r\n", 400, "This request could not be understood",
            "Cette demande n’a pas pu être comprise" },
        { "a host of two words", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "This request could not be understood",
            "Cette demande n’a pas pu être comprise" },
        { "an unknown coding", $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: gzip\r\n\r\n", 400, "This request could not be understood",
            "Cette demande n’a pas pu être comprise" },
        { "a length that is none", $"POST / HTTP/1.1\r\n{Host}Content-Length: many\r\n\r\n", 400, "This request could not be understood",
            "Cette demande n’a pas pu être comprise" },
        { "a version that does not exist", $"GET / HTTP/9.9\r\n{Host}\r\n", 505, "This request could not be understood",
            "Cette demande n’a pas pu être comprise" },
        { "a verb without its target", $"GET * HTTP/1.1\r\n{Host}\r\n", 405, "This cannot be done at this address",
            "Cela n’est pas possible à cette adresse" },
        { "a line without end", $"GET /{new string('a', 200_000)} HTTP/1.1\r\n{Host}\r\n", 414, "This address is too long",
            "Cette adresse est trop longue" },
        { "headers without end", $"GET / HTTP/1.1\r\n{Host}A: {new string('a', 400_000)}\r\n\r\n", 431, "The request is too long",
            "La demande est trop longue" },
        { "headers that do not come", $"GET / HTTP/1.1\r\n{Host}", 408, "The request took too long", "La demande a pris trop de temps" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task It_is_told_in_every_language_with_the_headers_of_every_answer(string what, string request, int status,
        string english, string french)
    {
        var (answer, body) = FuzzWire.Read(await SendAsync(request));
        var page = WebUtility.HtmlDecode(Encoding.UTF8.GetString(body));

        Assert.Equal((what, status), (what, (int)answer.StatusCode));
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(["en", "fr"], answer.Content.Headers.ContentLanguage);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.True(answer.Headers.ConnectionClose);
        Assert.Contains($"<section lang=\"en\" dir=\"ltr\"><h1>{english}</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"<section lang=\"fr\" dir=\"ltr\"><h1>{french}</h1>", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(await HeadersOfAPageAsync(), HeadersOf(answer));
    }

    [Fact]
    public async Task Who_asks_for_the_head_alone_gets_no_body()
    {
        var (answer, body) = FuzzWire.Read(await SendAsync($"HEAD / HTTP/1.1\r\n{Host}Transfer-Encoding: gzip\r\n\r\n"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 500);
        Assert.Empty(body);
        var next = FuzzWire.Read(await SendAsync($"HEAD /health HTTP/1.1\r\n{Host}\r\nnonsense\r\n\r\n"));
        Assert.Contains("</html>", Encoding.UTF8.GetString(next.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_before_it_on_the_same_connection_comes_byte_by_byte()
    {
        await using var withoutServer = await ConsoleHost.StartAsync();
        using var client = withoutServer.CreateClient();
        var file = await client.GetByteArrayAsync(new Uri(Large, UriKind.Relative), TestContext.Current.CancellationToken);
        var received =
            await SendAsync($"GET {Large} HTTP/1.1\r\n{Host}\r\nGET {Large} HTTP/1.1\r\n{Host}\r\nGET /%00 HTTP/1.1\r\n{Host}\r\n");

        Assert.True(file.Length > 500_000);
        var (first, rest) = FuzzWire.Read(received);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(rest.AsSpan().StartsWith(file));
        var (second, last) = FuzzWire.Read(rest[file.Length..]);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.True(last.AsSpan().StartsWith(file));
        var (refused, body) = FuzzWire.Read(last[file.Length..]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(refused.Content.Headers.ContentLength, body.Length);
    }

    [Fact]
    public async Task A_good_request_a_while_before_it_changes_nothing()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(Address.Host, Address.Port, TestContext.Current.CancellationToken);
        await FuzzWire.SendAsync(socket, $"GET /health HTTP/1.1\r\n{Host}\r\n", TestContext.Current.CancellationToken);
        await using var stream = new NetworkStream(socket);
        var first = new byte[4096];
        var read = await stream.ReadAsync(first, TestContext.Current.CancellationToken);
        await FuzzWire.SendAsync(socket, $"GET /%00 HTTP/1.1\r\n{Host}\r\n", TestContext.Current.CancellationToken);
        using var rest = new MemoryStream();
        await stream.CopyToAsync(rest, TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", Encoding.ASCII.GetString(first, 0, read), StringComparison.Ordinal);
        Assert.Contains("This request could not be understood", Encoding.UTF8.GetString(rest.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_looks_like_a_bare_refusal_passes_as_it_is()
    {
        const string bare = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

        Assert.Equal(bare, await PassAsync(bare, refused: false));
        Assert.NotEqual(bare, await PassAsync(bare, refused: true));
        foreach (var other in (string[])[bare + "x", bare[..^2], bare.Replace(": 0", ": 10", StringComparison.Ordinal),
            bare.Replace("400", "200", StringComparison.Ordinal), "\0\u0001" + bare])
            Assert.Equal(other, await PassAsync(other, refused: true));
    }

    private async Task<string> PassAsync(string written, bool refused)
    {
        var pipe = new Pipe();
        var answers = new ServerAnswers(pipe.Writer, _host!.Get<ServerRefusalPages>());
        var early = answers.GetMemory();
        if (refused) answers.Refuse(toHead: false);
        "first "u8.CopyTo(early.Span);
        answers.Advance(6);
        answers.Write(Encoding.Latin1.GetBytes(written));
        await answers.FlushAsync(TestContext.Current.CancellationToken);
        await answers.CompleteAsync();
        var read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        var passed = Encoding.Latin1.GetString(read.Buffer.ToArray());
        Assert.StartsWith("first ", passed, StringComparison.Ordinal);
        return passed[6..];
    }

    private Task<byte[]> SendAsync(string request) =>
        FuzzWire.SendAsync(Address, Encoding.UTF8.GetBytes(request), null, TestContext.Current.CancellationToken);

    private async Task<SortedDictionary<string, string>> HeadersOfAPageAsync()
    {
        using var client = _host!.CreateClient();
        using var page = await client.GetAsync(new Uri("/nowhere", UriKind.Relative), TestContext.Current.CancellationToken);
        return HeadersOf(page);
    }

    private static SortedDictionary<string, string> HeadersOf(HttpResponseMessage answer) => new(answer.Headers
        .Where(header => !OnlyHere.Contains(header.Key) && header.Key is not ("Transfer-Encoding" or "Vary" or "Set-Cookie" or "Pragma"))
        .ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
}
