using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;

/// <summary>An authority made for a test, whose root is trusted, with one below it that issues certificates for servers.</summary>
internal sealed class MadeAuthority : IDisposable
{
    public const string Host = "ephyto.member.org";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private readonly TemporaryDirectory _directory = new();
    private readonly DateTimeOffset _now;

    public MadeAuthority(DateTimeOffset now)
    {
        _now = now;
        Root = Issue("CN=Root for a test", null, isAuthority: true, -1_000, 5_000, null);
        Middle = Issue("CN=Authority for a test", Root, isAuthority: true, -900, 4_000, null);
        File.WriteAllText(Path, Root.ExportCertificatePem());
    }

    /// <summary>The root, in PEM.</summary>
    public string Path => _directory.File("root.pem");

    public X509Certificate2 Root { get; }

    public X509Certificate2 Middle { get; }

    public X509Certificate2 Server(string host = Host, int from = -1, int days = 200, X509Certificate2? issuer = null) =>
        Issue($"CN={host}", issuer ?? Middle, isAuthority: false, from, days, host);

    public X509Certificate2 SelfSigned() => Issue($"CN={Host}", null, isAuthority: false, -1, 200, Host);

    public void Dispose()
    {
        Root.Dispose();
        Middle.Dispose();
        _directory.Dispose();
    }

    private X509Certificate2 Issue(string subject, X509Certificate2? issuer, bool isAuthority, int from, int days, string? host)
    {
        using var key = SharedKeys.Rsa();
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        if (host is not null)
        {
            SubjectAlternativeNameBuilder names = new();
            names.AddDnsName(host);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication)], false));
        }

        var (begin, end) = (_now.AddDays(from), _now.AddDays(days));
        if (issuer is null)
        {
            using var own = request.CreateSelfSigned(begin, end);
            return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        }

        using var issued = request.Create(issuer, begin, end, RandomNumberGenerator.GetBytes(8));
        using var pair = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
    }
}
