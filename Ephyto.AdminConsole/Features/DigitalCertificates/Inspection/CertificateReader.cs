using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;

/// <summary>Reads out of a certificate what the console asks for.</summary>
internal static class CertificateReader
{
    private const string CountryName = "2.5.4.6";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string AnyUsage = "2.5.29.37.0";

    /// <exception cref="CryptographicException">Something in it cannot be read.</exception>
    public static CertificateFacts Read(X509Certificate2 certificate, bool isChainComplete)
    {
        var identity = CertificateIdentity.Of(certificate);
        var (kind, bits) = CertificateKeys.KindOf(certificate);
        var (algorithm, isWeak) = CertificateKeys.SignatureOf(certificate);
        return new()
        {
            Subject = identity.Subject,
            Issuer = identity.Issuer,
            SerialNumber = Cut(certificate.SerialNumber, CertificateFacts.MaximumSerialNumber),
            Thumbprint = identity.Thumbprint,
            PublicKeyHash = identity.PublicKeyHash,
            ValidFrom = certificate.NotBefore.ToUniversalTime(),
            ValidUntil = identity.ValidUntil,
            KeyKind = kind,
            KeyBits = bits,
            SignatureAlgorithm = Cut(algorithm, CertificateFacts.MaximumAlgorithm),
            HasWeakSignature = isWeak,
            Country = CountryOf(certificate.SubjectName),
            IsAuthority = certificate.Extensions.OfType<X509BasicConstraintsExtension>()
                .Any(constraints => constraints.CertificateAuthority),
            IsSelfSigned = CertificateChain.IsRoot(certificate),
            IsChainComplete = isChainComplete,
            MaySign = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage
                ? usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature) : null,
            MayAuthenticate = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } extended
                ? extended.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value is ClientAuthentication or AnyUsage) : null,
        };
    }

    private static string Cut(string value, int maximum) => FreeText.Line(value, maximum) ?? "";

    private static string? CountryOf(X500DistinguishedName subject)
    {
        foreach (var part in subject.EnumerateRelativeDistinguishedNames())
        {
            if (!part.HasMultipleElements && part.GetSingleElementType().Value == CountryName)
                return FreeText.Line(part.GetSingleElementValue(), CertificateFacts.MaximumCountry);
        }

        return null;
    }
}
