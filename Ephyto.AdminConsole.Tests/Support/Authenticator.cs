using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>An authenticator app as RFC 6238 describes it, written apart from the console's own.</summary>
internal static class Authenticator
{
    public static string CodeOf(string key, DateTimeOffset now)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // what the standard asks for
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string key)
    {
        var bits = string.Concat(key.Where(char.IsLetterOrDigit)
            .Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2)
                .PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
