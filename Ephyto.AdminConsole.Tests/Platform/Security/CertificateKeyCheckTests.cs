using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

/// <summary>Private keys in every form in which people keep them.</summary>
public sealed class CertificateKeyCheckTests
{
    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    [Fact]
    public void Keys_in_text_are_found()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var bare = Convert.ToBase64String(rsa.ExportPkcs8PrivateKey(), Base64FormattingOptions.InsertLineBreaks);
        foreach (var text in new[]
        {
            rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportRSAPrivateKeyPem(), ec.ExportECPrivateKeyPem(),
            ec.ExportEncryptedPkcs8PrivateKeyPem("secret", Encryption),
            "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", "-----BEGIN DSA PRIVATE KEY-----",
            "-----BEGIN PGP PRIVATE KEY BLOCK-----",
            "----- BEGIN RSA PRIVATE KEY -----", "-----begin private key-----", "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----",
            "PuTTY-User-Key-File-3: ssh-ed25519",
            bare, rsa.ExportPkcs8PrivateKeyPem().Replace("PRIVATE KEY", "CERTIFICATE", StringComparison.Ordinal), rsa.ToXmlString(true),
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"a\",\"y\":\"b\",\"d\":\"c\"}",
        })
        {
            Assert.True(KeyCheck.HasPrivateKey(Encoding.UTF8.GetBytes(text)), text);
            if (text != bare) Assert.True(KeyCheck.HasPrivateKey(Encoding.Unicode.GetBytes(text)), text);
        }
    }

    [Fact]
    public void Keys_in_binary_form_are_found()
    {
        using var rsa = RSA.Create(2048);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var dsa = MadeCertificate.Ec();
        byte[] java = [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2];
        foreach (var key in new[]
        {
            rsa.ExportPkcs8PrivateKey(), rsa.ExportRSAPrivateKey(), ec.ExportPkcs8PrivateKey(), ec.ExportECPrivateKey(),
            rsa.ExportEncryptedPkcs8PrivateKey("secret", Encryption),
            dsa.Export(X509ContentType.Pkcs12, "secret"), java, [.. "openssh-key-v1\0"u8, 1, 2, 3],
        })
            Assert.True(KeyCheck.HasPrivateKey(key));
    }

    [Fact]
    public void What_is_public_is_not_taken_for_a_key()
    {
        using var rsa = RSA.Create(2048);
        using var made = MadeCertificate.Ec();
        var request = new CertificateRequest("CN=A", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var harmless in new[]
        {
            made.RawData, MadeCertificate.Pem(made), rsa.ExportSubjectPublicKeyInfo(), rsa.ExportRSAPublicKey(),
            Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()),
            request.CreateSigningRequest(), Encoding.ASCII.GetBytes(rsa.ToXmlString(false)), "Keep your private key secret."u8.ToArray(),
            [], [0x30, 0x80],
            Encoding.ASCII.GetBytes(Convert.ToBase64String(made.RawData)),
        })
            Assert.False(KeyCheck.HasPrivateKey(harmless));
    }
}
