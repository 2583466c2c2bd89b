namespace Ephyto.Domain.DigitalCertificates;

/// <summary>What stands in a certificate, as far as the console asks for it. It never changes.</summary>
public sealed record CertificateFacts
{
    /// <summary>Longest subject or issuer kept, in characters.</summary>
    public const int MaximumName = 1000;

    /// <summary>Enough for every honest one; what is longer is cut.</summary>
    public const int MaximumSerialNumber = 200;

    public const int MaximumAlgorithm = 100;

    public const int MaximumCountry = 10;

    public string Subject { get; init; } = "";

    public string Issuer { get; init; } = "";

    /// <summary>In upper-case hexadecimal digits.</summary>
    public string SerialNumber { get; init; } = "";

    /// <summary>SHA-256 of the certificate, in upper-case hexadecimal digits.</summary>
    public string Thumbprint { get; init; } = "";

    /// <summary>
    /// SHA-256 of the public key with its algorithm, in upper-case hexadecimal digits: the same in every certificate of one key.
    /// </summary>
    public string PublicKeyHash { get; init; } = "";

    /// <summary>UTC.</summary>
    public DateTime ValidFrom { get; init; }

    /// <summary>UTC.</summary>
    public DateTime ValidUntil { get; init; }

    public CertificateKeyKind KeyKind { get; init; }

    /// <summary>Of an RSA key, in bits; 0 for another kind.</summary>
    public int KeyBits { get; init; }

    /// <summary>By name, or its object identifier where it has none.</summary>
    public string SignatureAlgorithm { get; init; } = "";

    /// <summary>Whether it is signed with SHA-1, MD5 or something older.</summary>
    public bool HasWeakSignature { get; init; }

    /// <summary>The code in the subject; null where there is none.</summary>
    public string? Country { get; init; }

    public bool IsAuthority { get; init; }

    public bool IsSelfSigned { get; init; }

    /// <summary>Whether the file holds every certificate up to the root.</summary>
    public bool IsChainComplete { get; init; }

    /// <summary>Whether its key may make signatures; null where it does not say.</summary>
    public bool? MaySign { get; init; }

    /// <summary>Whether it may show who a client is; null where it does not say.</summary>
    public bool? MayAuthenticate { get; init; }
}
