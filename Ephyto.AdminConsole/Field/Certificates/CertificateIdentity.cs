using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Field.Certificates;

/// <summary>By what a certificate is found again: the same where it was uploaded and where it is shown.</summary>
/// <param name="Thumbprint">SHA-256, in upper-case hexadecimal digits.</param>
/// <param name="PublicKeyHash">The same of its public key.</param>
/// <param name="ValidUntil">UTC.</param>
internal sealed record CertificateIdentity(string Thumbprint, string PublicKeyHash, string Subject, string Issuer, DateTime ValidUntil)
{
    /// <exception cref="CryptographicException">Something in it cannot be read.</exception>
    public static CertificateIdentity Of(X509Certificate2 certificate) => new(
        certificate.GetCertHashString(HashAlgorithmName.SHA256),
        HashOf(certificate.PublicKey.ExportSubjectPublicKeyInfo()),
        NameOf(certificate.SubjectName), NameOf(certificate.IssuerName), certificate.NotAfter.ToUniversalTime());

    /// <summary>By what its public key is found again.</summary>
    public static string HashOf(AsymmetricAlgorithm key) => HashOf(key.ExportSubjectPublicKeyInfo());

    private static string HashOf(byte[] publicKey) => Convert.ToHexString(SHA256.HashData(publicKey));

    private static string NameOf(X500DistinguishedName name) =>
        FreeText.Line(name.Name.ReplaceLineEndings(" "), CertificateFacts.MaximumName) ?? "";
}
