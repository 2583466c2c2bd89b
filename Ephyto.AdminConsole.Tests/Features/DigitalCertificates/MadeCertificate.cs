using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

/// <summary>Certificates made for one test. Nothing is wrong with them but what the test asks for.</summary>
internal static class MadeCertificate
{
    public const string Subject = "C=CI, O=Protection des végétaux, CN=ePhyto CI";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");

    public static X509Certificate2 Ec(ECCurve? curve = null, string subject = Subject, int days = 365, int from = -1, bool plain = false)
    {
        using var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        return Finish(new CertificateRequest(subject, key, HashAlgorithmName.SHA256), days, from, plain);
    }

    public static X509Certificate2 Ec(ECDsa key, int days = 365) =>
        Finish(new CertificateRequest(Subject, key, HashAlgorithmName.SHA256), days, -1, false);

    public static X509Certificate2 Rsa(int bits = 2048, HashAlgorithmName? hash = null, RSASignaturePadding? padding = null)
    {
        using var key = SharedKeys.Rsa(bits);
        return Finish(new CertificateRequest(Subject, key, hash ?? HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1),
            365, -1, false);
    }

    /// <summary>As nobody makes them any more: signed with SHA-1, which for RSA-PSS means without parameters.</summary>
    public static X509Certificate2 RsaSha1(bool pss = false)
    {
        using var key = SharedKeys.Rsa();
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.Create(request.SubjectName, new Sha1Signature(key, pss), Now.AddDays(-1), Now.AddDays(365), [3]);
    }

    /// <summary>A root, an authority below it, and a certificate below that one.</summary>
    public static (X509Certificate2 Leaf, X509Certificate2 Middle, X509Certificate2 Root) Chain()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = Authority("CN=Root", rootKey).CreateSelfSigned(Now.AddDays(-10), Now.AddDays(1000));
        using var middle = Authority("CN=Middle", middleKey).Create(root, Now.AddDays(-9), Now.AddDays(900), [1])
            .CopyWithPrivateKey(middleKey);
        var leaf = Extend(new CertificateRequest(Subject, leafKey, HashAlgorithmName.SHA256))
            .Create(middle, Now.AddDays(-1), Now.AddDays(365), [2]);
        return (leaf, X509CertificateLoader.LoadCertificate(middle.RawData), root);
    }

    public static byte[] Pem(params X509Certificate2[] certificates) =>
        Encoding.ASCII.GetBytes(string.Join('\n', certificates.Select(one => one.ExportCertificatePem())));

    public static string ThumbprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public static CertificateFacts FactsOf(string subject, DateTime until) => new()
    {
        Subject = subject,
        Thumbprint = "00FF",
        ValidFrom = Now.UtcDateTime,
        ValidUntil = until,
    };

    private static CertificateRequest Authority(string subject, ECDsa key)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true));
        return request;
    }

    private static CertificateRequest Extend(CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ClientAuthentication], false));
        return request;
    }

    private static X509Certificate2 Finish(CertificateRequest request, int days, int from, bool plain) =>
        (plain ? request : Extend(request)).CreateSelfSigned(Now.AddDays(from), Now.AddDays(days));

    /// <summary>What the framework itself refuses to make.</summary>
    private sealed class Sha1Signature(RSA key, bool pss) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => pss
            ? [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A, 0x30, 0x00]
            : [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05, 0x05, 0x00];

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
            key.SignData(data, HashAlgorithmName.SHA1, pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
