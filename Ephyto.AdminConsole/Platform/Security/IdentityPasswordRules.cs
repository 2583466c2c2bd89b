using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Which passwords are refused: short ones, those that are tried first, and those made of what everybody knows about the
/// person. No rules of composition: they only make passwords predictable (NIST SP 800-63B).
/// </summary>
internal static class IdentityPasswordRules
{
    public const int MinimumLength = 12;
    public const int MaximumLength = 128;

    /// <summary>Shorter parts of names and addresses prove nothing.</summary>
    private const int PersonalPart = 4;

    /// <summary>What has to remain of a password without its personal parts.</summary>
    private const int OwnCharacters = 8;

    private static readonly char[] Separators = [' ', '.', '-', '_', '@', '\'', '’', ',', '(', ')', '/', '+'];
    private static readonly HashSet<string> Common = Read();

    /// <param name="password">As typed.</param>
    /// <param name="personal">Names, addresses, the organisation: whatever somebody else would try.</param>
    /// <returns>The refusal, or null.</returns>
    public static DomainError? Refuse(string? password, params IEnumerable<string?> personal)
    {
        if (password is null || password.Length < MinimumLength) return AccountErrors.PasswordTooShort;
        if (password.Length > MaximumLength) return AccountErrors.PasswordTooLong;

        var plain = password.ToLowerInvariant();
        if (IsCommon(plain)) return AccountErrors.PasswordTooCommon;
        return IsPersonal(plain, personal) ? AccountErrors.PasswordTooPersonal : null;
    }

    private static bool IsCommon(string plain) =>
        Common.Contains(plain) || IsRun(plain) || IsRepetition(plain)
        || IsMadeOfTwoWords(Letters(plain)) || IsMadeOfTwoWords(Letters(Unmask(plain)));

    private static bool IsPersonal(string plain, IEnumerable<string?> personal)
    {
        var parts = personal.OfType<string>().SelectMany(text => text.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Length >= PersonalPart).Distinct().OrderByDescending(part => part.Length);
        var rest = parts.Aggregate(plain, (left, part) => left.Replace(part, "", StringComparison.Ordinal));
        return rest.Length != plain.Length && rest.Count(char.IsLetterOrDigit) < OwnCharacters;
    }

    // 123456…, abcdef…, aaaa…: most characters follow from the one before.
    private static bool IsRun(string text) =>
        text.Zip(text.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) <= 1) * 4 >= (text.Length - 1) * 3;

    private static bool IsRepetition(string text) =>
        Enumerable.Range(1, text.Length / 3).Any(unit => text.Skip(unit).Zip(text).All(pair => pair.First == pair.Second));

    private static bool IsMadeOfTwoWords(string letters) =>
        letters.Length == 0 || Common.Contains(letters)
        || Enumerable.Range(1, letters.Length - 1).Any(at => Common.Contains(letters[..at]) && Common.Contains(letters[at..]));

    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);

    // Pa$$w0rd is password; the digits at the end stand for themselves.
    private static string Unmask(string text) => text[..(text.ToList().FindLastIndex(char.IsLetter) + 1)]
        .Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't').Replace('@', 'a').Replace('$', 's');

    private static HashSet<string> Read()
    {
        using var stream = typeof(IdentityPasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
