using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Features.Sandbox.Server;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>What somebody whom nobody knows gets the sandbox's port to do: answer, and nothing else.</summary>
public sealed class SandboxStrangersTests : SandboxPort
{
    [Fact]
    public async Task Nothing_is_loaded_from_where_their_certificate_leads()
    {
        using TcpListener named = new(IPAddress.Loopback, 0);
        named.Start();
        using var strange = Issued($"http://127.0.0.1:{((IPEndPoint)named.LocalEndpoint).Port}/issuer.cer");

        await using var tls = await ConnectAsync(strange);
        await tls.WriteAsync(Post(4, "<a/>"));

        Assert.Equal("500", await StatusAsync(tls));
        Assert.False(named.Pending());
    }

    [Fact]
    public async Task What_they_send_is_not_waited_for_before_they_are_refused()
    {
        using var strange = CallingSystem.Make("CN=Nobody", Host.Time.GetUtcNow());

        await using var tls = await ConnectAsync(strange);
        await tls.WriteAsync(Post(1_000_000, "<"));

        Assert.Equal("500", await StatusAsync(tls));
        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((SandboxOutcome.NotRecognized, 0), (call.Outcome, call.RequestBytes));
    }

    [Fact]
    public async Task Who_calls_too_often_is_told_so_before_anything_more_is_read()
    {
        var (allowances, often) = (Host.Get<Allowances>(), new Allowance("sandbox", 240, TimeSpan.FromMinutes(1) / 240));
        while (await allowances.TakeAsync(often, $"{Kenya.NppoId}", default)) { }

        await using var tls = await ConnectAsync(Kenya.Certificate);
        await tls.WriteAsync(Post(1_000_000, "<"));

        Assert.Equal("500", await StatusAsync(tls));
        var call = await Host.StoreAsync(db => db.Set<SandboxCall>().SingleAsync());
        Assert.Equal((SandboxOutcome.Refused, SandboxReason.TooManyCalls), (call.Outcome, call.Explanations[0].Reason));
    }

    private static byte[] Post(int length, string begun) => Encoding.ASCII.GetBytes(
        $"POST /{SandboxEndpoint.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: {length}\r\n\r\n{begun}");

    /// <summary>A certificate that says where the one of its issuer can be loaded, which is not shown beside it.</summary>
    private X509Certificate2 Issued(string issuersAddress)
    {
        var now = Host.Time.GetUtcNow();
        using var key = SharedKeys.Rsa();
        CertificateRequest root = new("CN=Issuer of nobody", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var issuer = root.CreateSelfSigned(now.AddDays(-1), now.AddDays(99));
        using var own = SharedKeys.Rsa();
        CertificateRequest leaf = new("CN=Nobody", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        leaf.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [issuersAddress]));
        using var issued = leaf.Create(issuer, now.AddDays(-1), now.AddDays(9), [1]);
        using var pair = issued.CopyWithPrivateKey(own);
        return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
    }
}
