using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Finds private keys in what people send by mistake, in a time that grows with the length of the file alone.</summary>
internal static partial class KeyCheck
{
    private const int LongestBase64 = 1024 * 1024;
    private const int LongestLabel = 100;
    private const string Begin = "-----BEGIN ";
    private const string Dashes = "-----";

    /// <param name="content">A whole file of whatever kind.</param>
    public static bool HasPrivateKey(ReadOnlySpan<byte> content)
    {
        if (BinaryKey.Is(content)) return true;
        // Latin-1 keeps every byte, so that a key inside a binary file is found too; a text in UTF-16 loses its zeros.
        var text = Encoding.Latin1.GetString(content);
        return InText(text) || (text.Contains('\0', StringComparison.Ordinal) && InText(text.Replace("\0", "", StringComparison.Ordinal)));
    }

    private static bool InText(string text) =>
        Armour().IsMatch(text) || (KeyKind().IsMatch(text) && PrivateMember().IsMatch(text)) || XmlKey().IsMatch(text)
            || UnderAnotherName(text) || IsBareBase64(text);

    /// <summary>
    /// A key in an armour that says something else, such as "CERTIFICATE". Whatever its end says: each sign is looked at once.
    /// </summary>
    private static bool UnderAnotherName(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Begin, StringComparison.Ordinal))
        {
            text = text[(at + Begin.Length)..];
            var label = text[..Math.Min(text.Length, LongestLabel)].IndexOf(Dashes, StringComparison.Ordinal);
            if (label < 0) continue;
            text = text[(label + Dashes.Length)..];
            var end = text.IndexOf('-');
            if (IsKeyInBase64(end < 0 ? text : text[..end])) return true;
            if (end < 0) return false;
            text = text[end..];
        }

        return false;
    }

    /// <summary>The text of an armour that was cut off.</summary>
    private static bool IsBareBase64(string text) => text.Length is >= 32 and <= LongestBase64 && IsKeyInBase64(text);

    private static bool IsKeyInBase64(ReadOnlySpan<char> text)
    {
        if (!Base64.IsValid(text, out var length)) return false;
        var bytes = new byte[length];
        return Convert.TryFromBase64Chars(text, bytes, out var written) && BinaryKey.Is(bytes.AsSpan(0, written));
    }

    [GeneratedRegex(
        "----\\s*BEGIN\\s+(?:[A-Z0-9]+\\s+)*(?:PRIVATE KEY|PKCS12|PFX)(?: BLOCK)?\\s*----|PuTTY-User-Key-File-[0-9]|openssh-key-v1\0?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Armour();

    [GeneratedRegex("\"kty\"\\s*:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex KeyKind();

    [GeneratedRegex("\"(?:d|k)\"\\s*:\\s*\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrivateMember();

    [GeneratedRegex("<(?:RSA|DSA|EC)KeyValue\\b.*<(?:D|X|PrivateKey)>",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex XmlKey();
}
