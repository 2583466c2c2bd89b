namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>
/// A line in which somebody says what they look for, as it is kept: people paste numbers in capitals, with blanks, and as their tools
/// write them.
/// </summary>
internal static class SoughtNumber
{
    private static readonly char[] Around = ['"', '\'', '<', '>', '(', ')'];

    /// <summary>As tracking numbers are kept: in lower case, with hyphens where it is a whole one.</summary>
    public static string Of(string text)
    {
        var bare = WithoutBlanks(text).Trim(Around);
        return Guid.TryParse(bare, out var whole) ? whole.ToString() : bare.ToLowerInvariant();
    }

    /// <summary>As codes and thumbprints are kept: in upper case, without the colons of OpenSSL.</summary>
    public static string CodeOf(string text) =>
        WithoutBlanks(text).Trim(Around).ToUpperInvariant().Replace(":", "", StringComparison.Ordinal);

    /// <summary>Whether it is a whole tracking number.</summary>
    public static bool IsWhole(string number) => Guid.TryParseExact(number, "D", out _);

    private static string WithoutBlanks(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
