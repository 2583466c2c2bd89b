using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Finds private keys in what people send by mistake.</summary>
internal static partial class KeyCheck
{
    private const int LongestBase64 = 1024 * 1024;

    /// <param name="content">A whole file of whatever kind.</param>
    public static bool HasPrivateKey(ReadOnlySpan<byte> content)
    {
        if (BinaryKey.Is(content)) return true;
        // Latin-1 keeps every byte, so that a key inside a binary file is found too; a text in UTF-16 loses its zeros.
        var text = Encoding.Latin1.GetString(content);
        return InText(text) || (text.Contains('\0', StringComparison.Ordinal) && InText(text.Replace("\0", "", StringComparison.Ordinal)));
    }

    private static bool InText(string text) =>
        Armour().IsMatch(text) || (KeyKind().IsMatch(text) && PrivateMember().IsMatch(text)) || XmlKey().IsMatch(text) || UnderAnotherName(text) || IsBareBase64(text);

    /// <summary>A key in an armour that says something else, such as "CERTIFICATE".</summary>
    private static bool UnderAnotherName(ReadOnlySpan<char> text)
    {
        while (PemEncoding.TryFind(text, out var found))
        {
            var bytes = new byte[found.DecodedDataLength];
            if (Convert.TryFromBase64Chars(text[found.Base64Data], bytes, out var written) && BinaryKey.Is(bytes.AsSpan(0, written))) return true;
            text = text[found.Location.End..];
        }

        return false;
    }

    /// <summary>The text of an armour that was cut off.</summary>
    private static bool IsBareBase64(string text)
    {
        if (text.Length is < 32 or > LongestBase64 || !Base64Text().IsMatch(text)) return false;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) && BinaryKey.Is(bytes.AsSpan(0, written));
    }

    [GeneratedRegex(
        "----\\s*BEGIN\\s+(?:[A-Z0-9]+\\s+)*(?:PRIVATE KEY|PKCS12|PFX)(?: BLOCK)?\\s*----|PuTTY-User-Key-File-[0-9]|openssh-key-v1\0?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Armour();

    [GeneratedRegex("\"kty\"\\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex KeyKind();

    [GeneratedRegex("\"(?:d|k)\"\\s*:\\s*\"", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateMember();

    [GeneratedRegex("<(?:RSA|DSA|EC)KeyValue\\b.*<(?:D|X|PrivateKey)>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex XmlKey();

    [GeneratedRegex("^[A-Za-z0-9+/\\s]+={0,2}\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Base64Text();
}
