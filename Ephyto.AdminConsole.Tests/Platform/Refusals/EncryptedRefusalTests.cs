using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Tests.Integration.Fuzz;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Ephyto.AdminConsole.Tests.Platform.Refusals;

/// <summary>Where the console itself ends TLS: the words go through it, and HTTP/2 is left as it is.</summary>
public sealed class EncryptedRefusalTests : IAsyncLifetime
{
    private readonly Uri _address = new($"https://127.0.0.1:{FreePort.Next()}");
    private readonly X509Certificate2 _certificate = MakeCertificate();
    private ConsoleHost? _host;

    public async ValueTask InitializeAsync() => _host = await ConsoleHost.ListenAsync(
        listen: kestrel => kestrel.Listen(IPAddress.Loopback, _address.Port, endpoint => endpoint.UseHttps(_certificate)));

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task A_refusal_is_told_inside_of_TLS()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_address.Host, _address.Port, TestContext.Current.CancellationToken);
        await using var secure = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, IsOwn);
        await secure.AuthenticateAsClientAsync(_address.Host);
        await secure.WriteAsync("GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var received = new MemoryStream();
        await secure.CopyToAsync(received, TestContext.Current.CancellationToken);
        var (answer, body) = FuzzWire.Read(received.ToArray());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(answer.Content.Headers.ContentLength, body.Length);
        Assert.True(body.Length > 500);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_version_is_spoken_as_before(int version)
    {
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = new() { RemoteCertificateValidationCallback = IsOwn } })
        {
            BaseAddress = _address, DefaultRequestVersion = new(version, version == 1 ? 1 : 0),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var page = await client.GetAsync(new Uri("/guide", UriKind.Relative), TestContext.Current.CancellationToken);
        using var refused = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), new ByteArrayContent(new byte[3]),
            TestContext.Current.CancellationToken);
        using var again = await client.GetAsync(new Uri("/guide", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, version), (page.StatusCode, page.Version.Major));
        Assert.InRange((int)refused.StatusCode, 400, 499);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private bool IsOwn(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) => _certificate.Equals(shown);

    private static X509Certificate2 MakeCertificate()
    {
        using var key = SharedKeys.Rsa();
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
