using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;

/// <summary>
/// Of which public keys a file holds the private part. Only what signs is believed: whoever puts somebody's certificate beside a key of
/// their own, or beside one that nobody can open, must not burn the key of that certificate.
/// </summary>
internal static class PrivateKeys
{
    private const int Most = 10;
    private const int LongestRsaKey = 8192;
    private static readonly byte[] Sample = "signed by whoever has the key"u8.ToArray();

    /// <param name="file">A file that holds a private key.</param>
    public static SentKeys In(byte[] file)
    {
        var text = Encoding.Latin1.GetString(CertificateFile.WithoutMark(file)).Replace("\0", "", StringComparison.Ordinal);
        var parts = PartsOf(file, text).Take(Most).ToList();
        string[] hashes = [.. parts.SelectMany(HashesOf).Distinct()];
        return new(hashes, hashes.Length == 0
            && (text.Contains("ENCRYPTED", StringComparison.OrdinalIgnoreCase) || parts.Exists(IsLocked)));
    }

    private static IEnumerable<byte[]> PartsOf(byte[] file, string text)
    {
        yield return file;
        var at = 0;
        while (PemEncoding.TryFind(text.AsSpan(at), out var found))
        {
            var armoured = text[at..][found.Base64Data];
            at += found.Location.End.Value;
            yield return Convert.FromBase64String(armoured);
        }

        var bare = new byte[text.Length];
        if (at == 0 && Convert.TryFromBase64String(text, bare, out var written)) yield return bare[..written];
    }

    private static List<string> HashesOf(byte[] part)
    {
        var found = FromStore(part);
        if (HashOf(RSA.Create, part, (key, der) => key.ImportPkcs8PrivateKey(der, out _)) is { } rsa) found.Add(rsa);
        else if (HashOf(RSA.Create, part, (key, der) => key.ImportRSAPrivateKey(der, out _)) is { } plain) found.Add(plain);
        else if (HashOf(ECDsa.Create, part, (key, der) => key.ImportPkcs8PrivateKey(der, out _)) is { } curve) found.Add(curve);
        else if (HashOf(ECDsa.Create, part, (key, der) => key.ImportECPrivateKey(der, out _)) is { } bare) found.Add(bare);
        return found;
    }

    private static string? HashOf<TKey>(Func<TKey> create, byte[] part, Action<TKey, byte[]> import)
        where TKey : AsymmetricAlgorithm
    {
        using var key = create();
        try
        {
            import(key, part);
            return ProvenHashOf(key);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or NotSupportedException)
        {
            return null;
        }
    }

    // Without a password: one that has to be guessed keeps its key.
    private static List<string> FromStore(byte[] part)
    {
        if (!KeyStore.Is(part)) return [];
        try
        {
            var store = X509CertificateLoader.LoadPkcs12Collection(part, null, X509KeyStorageFlags.EphemeralKeySet);
            try
            {
                return [.. store.Take(Most).Select(OfCertificate).OfType<string>()];
            }
            finally
            {
                foreach (var one in store) one.Dispose();
            }
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or NotSupportedException)
        {
            return [];
        }
    }

    private static string? OfCertificate(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm? key = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey();
        return key is null ? null : ProvenHashOf(key);
    }

    private static string? ProvenHashOf(AsymmetricAlgorithm key) => Signs(key) ? CertificateIdentity.HashOf(key) : null;

    private static bool Signs(AsymmetricAlgorithm key)
    {
        switch (key)
        {
            case RSA { KeySize: <= LongestRsaKey } rsa:
                var (hash, padding) = (HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                using (var known = RSA.Create())
                {
                    known.ImportSubjectPublicKeyInfo(rsa.ExportSubjectPublicKeyInfo(), out _);
                    return known.VerifyData(Sample, rsa.SignData(Sample, hash, padding), hash, padding);
                }

            case ECDsa curve:
                using (var known = ECDsa.Create())
                {
                    known.ImportSubjectPublicKeyInfo(curve.ExportSubjectPublicKeyInfo(), out _);
                    return known.VerifyData(Sample, curve.SignData(Sample, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256);
                }

            default:
                return false;
        }
    }

    /// <summary>A store, or what an algorithm encrypted.</summary>
    private static bool IsLocked(byte[] part)
    {
        if (!BinaryKey.Is(part)) return false;
        try
        {
            return KeyStore.Is(part) || new AsnReader(part, AsnEncodingRules.BER).ReadSequence().PeekTag() == Asn1Tag.Sequence;
        }
        catch (AsnContentException)
        {
            // The stores of Java, which always have a password.
            return true;
        }
    }
}

/// <param name="Hashes">Of the public keys whose private part lies open in the file.</param>
/// <param name="AreLocked">Whether nothing of it can be read without a password.</param>
internal sealed record SentKeys(IReadOnlyList<string> Hashes, bool AreLocked);
