using System.Globalization;
using System.Text.Json;

namespace Ephyto.Domain.Auditing;

/// <summary>
/// The end of the chain at some moment. Kept somewhere else, it proves later that the chain up to there is still the same
/// one: a chain alone cannot show that its end was cut off, nor that somebody wrote all of it anew.
/// </summary>
/// <param name="Sequence">Of the last entry; 0 of an empty chain.</param>
/// <param name="Hash">Of the last entry: 64 hexadecimal digits in lower case.</param>
public sealed record AuditHead(long Sequence, string Hash)
{
    /// <summary>Of a chain without an entry.</summary>
    public static AuditHead Empty { get; } = new(0, AuditEntry.Genesis);

    /// <summary>As <c>sequence:hash</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{Hash}");

    /// <param name="text"><c>sequence:hash</c>, or the exported file: a JSON object with <c>sequence</c> and <c>hash</c>.</param>
    /// <returns>Null where it is neither.</returns>
    public static AuditHead? TryParse(string? text)
    {
        if (text?.Trim().TrimStart('\ufeff') is not { Length: > 0 } trimmed) return null;
        if (trimmed[0] == '{') return FromJson(trimmed);
        return trimmed.Split(':') is [var sequence, var hash] ? Make(sequence.Trim(), hash.Trim()) : null;
    }

    private static AuditHead? FromJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty("sequence", out var sequence) && json.RootElement.TryGetProperty("hash", out var hash)
                && hash.ValueKind == JsonValueKind.String ? Make(sequence.ToString(), hash.GetString()!) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AuditHead? Make(string sequence, string hash) =>
        long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && hash.Length == 64
            && hash.All(char.IsAsciiHexDigit)
            ? new(number, hash.ToLowerInvariant()) : null;
}
