using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ephyto.AdminConsole.Features.TestEvidence.Signing;

/// <summary>
/// A signed file: a JWS in the flattened JSON serialization (RFC 7515, 7.2.2), signed with ES256 and nothing else. What is read was not
/// verified yet.
/// </summary>
/// <param name="KeyId">Which key is said to have signed it.</param>
/// <param name="Payload">What is said.</param>
internal sealed record FlattenedJws(string KeyId, byte[] Payload, byte[] Signed, byte[] Signature)
{
    public const string ContentType = "application/jose+json";

    private const string Algorithm = "ES256";
    private const string Kind = "ephyto-evidence+json";
    private const int SignatureBytes = 64;

    // Whoever reads a stranger's file reads no deeper than what it may hold, and takes no name twice.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    // The plus in the kind stays what it is: it goes into a file, never into a page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The file.</returns>
    public static byte[] Sign(byte[] payload, ECDsa key)
    {
        var header = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
            new { alg = Algorithm, typ = Kind, kid = PublicKeyFile.IdOf(key.ExportSubjectPublicKeyInfo()) }, Plain));
        var body = Base64Url.EncodeToString(payload);
        var signature = key.SignData(
            InputOf(header, body), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return JsonSerializer.SerializeToUtf8Bytes(
            new { payload = body, @protected = header, signature = Base64Url.EncodeToString(signature) });
    }

    /// <returns>Null where it is no such file.</returns>
    public static FlattenedJws? Read(byte[] file)
    {
        try
        {
            using var whole = JsonDocument.Parse(WithoutMark(file), Strict);
            if (!HasOnly(whole.RootElement, "payload", "protected", "signature")) return null;
            var (body, header) = (TextOf(whole.RootElement, "payload"), TextOf(whole.RootElement, "protected"));
            var signature = Base64Url.DecodeFromChars(TextOf(whole.RootElement, "signature"));
            using var said = JsonDocument.Parse(Base64Url.DecodeFromChars(header), Strict);
            return HasOnly(said.RootElement, "alg", "typ", "kid") && TextOf(said.RootElement, "alg") == Algorithm
                && TextOf(said.RootElement, "typ") == Kind && signature.Length == SignatureBytes
                ? new(TextOf(said.RootElement, "kid"), Base64Url.DecodeFromChars(body), InputOf(header, body), signature) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <param name="spki">Of the key that is trusted; the one that the file names is never asked.</param>
    public bool IsSignedBy(byte[] spki)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(spki, out _);
        return key.VerifyData(Signed, Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static bool HasOnly(JsonElement element, params string[] names) => element.ValueKind == JsonValueKind.Object
        && element.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)
            .SequenceEqual(names.Order(StringComparer.Ordinal));

    private static string TextOf(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException();

    // Programs of Windows write a mark before a text that they save.
    private static ReadOnlyMemory<byte> WithoutMark(byte[] file) => file is [0xEF, 0xBB, 0xBF, ..] ? file.AsMemory(3) : file;

    private static byte[] InputOf(string header, string body) => Encoding.ASCII.GetBytes($"{header}.{body}");
}
