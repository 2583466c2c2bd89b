using System.Buffers.Text;
using System.Security.Cryptography;

namespace Ephyto.AdminConsole.Features.TestEvidence.Signing;

/// <summary>Public keys as consoles hand them to each other: ECDSA on the curve P-256, in PEM, and nothing else.</summary>
internal static class PublicKeyFile
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string Label = "PUBLIC KEY";

    /// <returns>The key with its algorithm (SPKI); null where the text is no such key, or holds more than it.</returns>
    public static byte[]? Read(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var found) || pem.AsSpan()[found.Label] is not Label
            || pem.AsSpan()[found.Location.End..].Contains("-----BEGIN", StringComparison.Ordinal)) return null;
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem.AsSpan()[found.Location]);
            return key.ExportParameters(includePrivateParameters: false).Curve is { IsNamed: true, Oid.Value: P256 }
                ? key.ExportSubjectPublicKeyInfo() : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    /// <summary>By which a file says which key signed it: SHA-256 of the key, in base64url.</summary>
    public static string IdOf(byte[] spki) => Base64Url.EncodeToString(SHA256.HashData(spki));
}
