using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Codes that change with the time (RFC 6238: SHA-1, 30 seconds, six digits), which every authenticator app knows.</summary>
internal static class IdentityTotp
{
    private const int KeyBytes = 20;
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key in base 32: 32 characters.</summary>
    public static string NewKey() => Encode(RandomNumberGenerator.GetBytes(KeyBytes));

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 and the apps ask for HMAC with SHA-1, which is not what broke SHA-1
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0F)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step the code belongs to: the present one, or a neighbour, because clocks differ. Null for a wrong code.</summary>
    public static long? FindStep(string key, string code, DateTimeOffset now)
    {
        var present = StepAt(now);
        long? found = null;
        foreach (var step in (long[])[present - 1, present, present + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeAt(key, step)),
                System.Text.Encoding.UTF8.GetBytes(code))) found = step;
        }

        return found;
    }

    /// <summary>What the QR code says: the key, for whom and by whom.</summary>
    public static string AddressOf(string key, string account, string issuer) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}";

    private static string Encode(byte[] bytes) =>
        string.Concat(bytes.Chunk(5).SelectMany(chunk =>
        {
            var bits = chunk.Aggregate(0L, (sum, next) => (sum << 8) | next);
            return Enumerable.Range(0, 8).Select(place => Base32[(int)(bits >> (35 - (5 * place))) & 31]);
        }));

    private static byte[] Decode(string key) =>
        [.. key.Chunk(8).SelectMany(chunk =>
        {
            var bits = chunk.Aggregate(0L, (sum, next) => (sum << 5) | (long)Base32.IndexOf(next, StringComparison.Ordinal));
            return Enumerable.Range(0, 5).Select(place => (byte)(bits >> (32 - (8 * place))));
        })];
}
