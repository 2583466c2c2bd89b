using System.Globalization;
using System.Text;
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

    /// <summary>The console's own words, which whoever guesses at its passwords tries first.</summary>
    private static readonly string[] OwnWords =
        ["administrateur", "administrator", "phytosanitary", "phytosanitaire", "console", "ephyto", "admin", "unicc", "ciinu", "cicnu",
            "phyto", "ippc", "cipv", "nppo", "onpv", "hub"];

    private static readonly char[] Separators = [' ', '.', '-', '_', '@', '\'', '’', ',', '(', ')', '/', '+'];

    /// <summary>Whole passwords, the thirty thousand that are met most.</summary>
    private static readonly HashSet<string> Passwords = Read("common-passwords.txt");

    /// <summary>Words of which such passwords are made.</summary>
    private static readonly HashSet<string> Words = Read("common-words.txt");

    /// <param name="password">As typed.</param>
    /// <param name="personal">Names, addresses, the organization: whatever somebody else would try.</param>
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
        Passwords.Contains(plain) || Words.Contains(plain) || IsRun(plain) || IsRepetition(plain)
        || IsMadeOf(plain, OwnWords) || IsMadeOf(Simple(plain), OwnWords.Select(Simple))
        || IsMadeOfCommon(Letters(plain)) || IsMadeOfCommon(Letters(Unmask(plain)));

    private static bool IsPersonal(string plain, IEnumerable<string?> personal)
    {
        // Joined with the console's words, which prove as little.
        List<string> parts =
        [
            .. personal.OfType<string>()
                .SelectMany(text => text.ToLowerInvariant().Split(Separators, StringSplitOptions.RemoveEmptyEntries))
                .Where(part => part.Length >= PersonalPart).Concat(OwnWords),
        ];
        return IsMadeOf(plain, parts) || IsMadeOf(Simple(plain), parts.Select(Simple));
    }

    private static bool IsMadeOf(string plain, IEnumerable<string> parts)
    {
        var rest = parts.Distinct().OrderByDescending(part => part.Length)
            .Aggregate(plain, (left, part) => left.Replace(part, "", StringComparison.Ordinal));
        return rest.Length != plain.Length && rest.Count(char.IsLetterOrDigit) < OwnCharacters;
    }

    /// <summary>Without accents and disguise: c0te-d'1v0ire and Côte d’Ivoire are one text, and so are l and i.</summary>
    private static string Simple(string plain)
    {
        // Half a character stands for itself and no longer stops the rest.
        var whole = string.Concat(plain.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormD);
        return new([.. whole.Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            .Select(Undisguised)]);
    }

    private static char Undisguised(char sign) => sign switch
    {
        '0' => 'o',
        '1' or '!' or '|' or 'l' => 'i',
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => sign,
    };

    // 123456…, abcdef…, aaaa…: most characters follow from the one before.
    private static bool IsRun(string text) =>
        text.Zip(text.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) <= 1) * 4 >= (text.Length - 1) * 3;

    private static bool IsRepetition(string text) =>
        Enumerable.Range(1, text.Length / 3).Any(unit => text.Skip(unit).Zip(text).All(pair => pair.First == pair.Second));

    private static bool IsMadeOfCommon(string letters) =>
        letters.Length == 0 || Words.Contains(letters) || (letters.Length >= PersonalPart && Passwords.Contains(letters))
        || IsMadeOfTwo(letters);

    // One or two such words, in any order and any number.
    private static bool IsMadeOfTwo(string letters)
    {
        List<string> held = [.. Words.Where(word => letters.Contains(word, StringComparison.Ordinal))];
        return held.Where(word => letters.StartsWith(word, StringComparison.Ordinal))
            .Any(first => held.Any(second => IsMadeOf(letters, first, second)));
    }

    private static bool IsMadeOf(string letters, string first, string second)
    {
        var ends = new bool[letters.Length + 1];
        ends[0] = true;
        for (var at = 0; at < letters.Length; at++)
        {
            if (!ends[at]) continue;
            if (string.CompareOrdinal(letters, at, first, 0, first.Length) == 0) ends[at + first.Length] = true;
            if (string.CompareOrdinal(letters, at, second, 0, second.Length) == 0) ends[at + second.Length] = true;
        }

        return ends[^1];
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);

    // Pa$$w0rd is password; the digits at the end stand for themselves.
    private static string Unmask(string text) => text[..(text.ToList().FindLastIndex(char.IsLetter) + 1)]
        .Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't').Replace('@', 'a')
        .Replace('$', 's');

    private static HashSet<string> Read(string list)
    {
        using var stream = typeof(IdentityPasswordRules).Assembly.GetManifestResourceStream(list)
            ?? throw new InvalidOperationException($"The list {list} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')];
    }
}
