using System.Security.Cryptography;

namespace Ephyto.Domain.Letters;

/// <summary>
/// What the address and the QR code of a letter end with: 160 random bits in Crockford's base 32, which has no letters that
/// look like digits, so that it can be typed from paper.
/// </summary>
public static class VerificationCode
{
    /// <summary>Characters of a whole code.</summary>
    public const int Length = 32;

    /// <summary>Together with the number of the letter so many of the first characters find it: 40 bits nobody guesses at a form.</summary>
    public const int Beginning = 8;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int GroupLength = 4;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As people read it aloud: in groups of four.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>
    /// What was typed, with O, I and L read as the digits they look like; null when it cannot be the beginning of a code, or a whole one.
    /// </summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length) return null;
        var read = string.Concat(
            typed.ToUpperInvariant().Where(letter => letter is not ('-' or '–' or ' ' or '\u00a0')).Select(letter => letter switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            _ => letter,
        }));
        return read.Length is >= Beginning and <= Length
            && read.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? read : null;
    }
}
