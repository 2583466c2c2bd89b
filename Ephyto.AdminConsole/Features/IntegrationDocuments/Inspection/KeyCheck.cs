using System.Text;
using System.Text.RegularExpressions;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;

/// <summary>Finds private keys in what people send by mistake.</summary>
internal static partial class KeyCheck
{
    public static bool HasPrivateKey(ReadOnlySpan<byte> content)
    {
        // Latin-1 keeps every byte, so that a key inside a binary file is found too; a text in UTF-16 loses its zeros.
        var text = Encoding.Latin1.GetString(content);
        return Armour().IsMatch(text) || (text.Contains('\0', StringComparison.Ordinal) && Armour().IsMatch(text.Replace("\0", "", StringComparison.Ordinal)));
    }

    [GeneratedRegex("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-[0-9]|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY", RegexOptions.CultureInvariant)]
    private static partial Regex Armour();
}
