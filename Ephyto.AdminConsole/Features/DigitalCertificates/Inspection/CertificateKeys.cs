using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;

/// <summary>How strong a certificate's key is, and the signature under it.</summary>
internal static class CertificateKeys
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string RsaPss = "1.2.840.113549.1.1.10";
    private const string EllipticCurve = "1.2.840.10045.2.1";
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string P384 = "1.3.132.0.34";
    private const string Sha1 = "1.3.14.3.2.26";

    // MD2, MD4, MD5 and SHA-1 with RSA, twice; SHA-1 with DSA and with elliptic curves; the hashes themselves, for RSA-PSS.
    private static readonly HashSet<string> Weak =
    [
        "1.2.840.113549.1.1.2", "1.2.840.113549.1.1.3", "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.3.14.3.2.29",
        "1.2.840.10040.4.3",
        "1.2.840.10045.4.1", "1.2.840.113549.2.5", Sha1,
    ];

    public static (CertificateKeyKind Kind, int Bits) KindOf(X509Certificate2 certificate)
    {
        switch (certificate.PublicKey.Oid.Value)
        {
            case Rsa:
                using (var key = certificate.GetRSAPublicKey()) return (CertificateKeyKind.Rsa, key?.KeySize ?? 0);
            case EllipticCurve:
                return (CurveOf(certificate.PublicKey.EncodedParameters?.RawData ?? []) switch
                {
                    P256 => CertificateKeyKind.P256,
                    P384 => CertificateKeyKind.P384,
                    _ => CertificateKeyKind.OtherCurve,
                }, 0);
            default:
                return (CertificateKeyKind.Other, 0);
        }
    }

    public static (string Name, bool IsWeak) SignatureOf(X509Certificate2 certificate)
    {
        var oid = certificate.SignatureAlgorithm;
        var hash = oid.Value == RsaPss ? PssHashOf(certificate) : oid.Value!;
        return (oid.Value == RsaPss ? $"RSA-PSS {new Oid(hash).FriendlyName ?? hash}" : oid.FriendlyName ?? hash, Weak.Contains(hash));
    }

    /// <summary>Null where the curve is given by its numbers.</summary>
    private static string? CurveOf(byte[] parameters)
    {
        try
        {
            return AsnDecoder.ReadObjectIdentifier(parameters, AsnEncodingRules.DER, out _);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>RFC 4055: the hash stands in the parameters; without one it is SHA-1.</summary>
    private static string PssHashOf(X509Certificate2 certificate)
    {
        try
        {
            var whole = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
            whole.ReadEncodedValue();
            var algorithm = whole.ReadSequence();
            algorithm.ReadObjectIdentifier();
            var parameters = algorithm.HasData ? algorithm.ReadSequence() : null;
            var first = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
            return parameters is { HasData: true } && parameters.PeekTag() == first
                ? parameters.ReadSequence(first).ReadSequence().ReadObjectIdentifier() : Sha1;
        }
        catch (AsnContentException broken)
        {
            throw new CryptographicException(broken.Message, broken);
        }
    }
}
