using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;

/// <summary>Splits a file into the certificates it holds, each in DER; nothing else may lie in between.</summary>
internal static class CertificateFile
{
    private const string Certificate = "CERTIFICATE";
    private static readonly string[] Collections = ["PKCS7", "CMS", "PKCS #7 SIGNED DATA"];
    private static readonly string[] Requests = ["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"];

    /// <summary>Whether it begins with a request for a certificate (PKCS #10), in DER or PEM.</summary>
    public static bool IsRequest(byte[] content)
    {
        if (content.AsSpan().IndexOf("-----BEGIN "u8) >= 0)
        {
            var text = Encoding.Latin1.GetString(content);
            return PemEncoding.TryFind(text, out var found) && Requests.Contains(text[found.Label]);
        }

        try
        {
            CertificateRequest.LoadSigningRequest(content, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.SkipSignatureValidation);
            return true;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>A text as the rest of the file reads it: tools of Windows write a mark before it, or every sign in two bytes.</summary>
    public static byte[] WithoutMark(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => content[3..],
        [0xFF, 0xFE, ..] => Encoding.Latin1.GetBytes(Encoding.Unicode.GetString(content.AsSpan(2))),
        [0xFE, 0xFF, ..] => Encoding.Latin1.GetBytes(Encoding.BigEndianUnicode.GetString(content.AsSpan(2))),
        _ => content,
    };

    public static Result<IReadOnlyList<byte[]>> Split(byte[] content) =>
        content.AsSpan().IndexOf("-----BEGIN "u8) >= 0 ? SplitPem(Encoding.Latin1.GetString(content))
        : CertificateCollection.Read(content) is { } collection ? Result<IReadOnlyList<byte[]>>.Success(collection) : SplitDer(content);

    // Tools write words about a certificate before its armour; they are left out.
    private static Result<IReadOnlyList<byte[]>> SplitPem(string text)
    {
        List<byte[]> parts = [];
        var rest = text.AsSpan().TrimStart();
        // A web page about a certificate is not the certificate.
        if (rest.StartsWith("<", StringComparison.Ordinal)) return CertificateErrors.NotACertificate;
        while (PemEncoding.TryFind(rest, out var found))
        {
            var label = rest[found.Label].ToString();
            if (Requests.Contains(label)) return CertificateErrors.Request;
            var content = Convert.FromBase64String(rest[found.Base64Data].ToString());
            if (label == Certificate) parts.Add(content);
            else if (Collections.Contains(label) && CertificateCollection.Read(content) is { } collection) parts.AddRange(collection);
            else return CertificateErrors.NotACertificate;
            rest = rest[found.Location.End..];
        }

        return parts.Count == 0 || rest.Contains("-----BEGIN ", StringComparison.Ordinal)
            ? CertificateErrors.NotACertificate : Result<IReadOnlyList<byte[]>>.Success(parts);
    }

    private static Result<IReadOnlyList<byte[]>> SplitDer(byte[] content)
    {
        List<byte[]> parts = [];
        try
        {
            for (var at = 0; at < content.Length;)
            {
                AsnDecoder.ReadSequence(content.AsSpan(at), AsnEncodingRules.DER, out _, out _, out var length);
                parts.Add(content[at..(at + length)]);
                at += length;
            }
        }
        catch (AsnContentException)
        {
            return CertificateErrors.NotACertificate;
        }

        return Result<IReadOnlyList<byte[]>>.Success(parts);
    }
}
