using System.Globalization;
using System.Text;

namespace Ephyto.Domain.Common;

/// <summary>
/// An e-mail address in its one normal form: without what cannot be seen, NFKC, lower case, an international domain in its
/// ASCII form. Every address is compared and kept in this form alone.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>RFC 5321 allows 254 characters for a whole address.</summary>
    public const int MaximumLength = 254;

    // E-mail services open to everybody; an address there shows nothing about an office.
    private static readonly HashSet<string> FreeMailDomains = new(StringComparer.Ordinal)
    {
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.fr", "ymail.com", "hotmail.com", "hotmail.fr", "outlook.com",
        "outlook.fr", "live.com", "live.fr", "msn.com", "icloud.com", "me.com", "aol.com", "gmx.com", "gmx.net", "gmx.de",
        "mail.ru", "yandex.ru", "yandex.com", "qq.com", "163.com", "126.com", "proton.me", "protonmail.com", "orange.fr",
        "laposte.net", "free.fr", "wanadoo.fr", "zoho.com",
    };

    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    public string Domain => Value[(Value.IndexOf('@', StringComparison.Ordinal) + 1)..];

    public bool IsFreeMail => FreeMailDomains.Contains(Domain);

    /// <summary>
    /// The address as a third person may see it: <c>m•••@•••.gov.xx</c>. The first letter of the name and the two last
    /// labels of the domain stay, or only the last where the domain has no more than two.
    /// </summary>
    public string Masked()
    {
        var labels = Domain.Split('.');
        var shown = labels.Length > 2 ? labels[^2..] : labels[^1..];
        return $"{Value.EnumerateRunes().First()}•••@•••.{string.Join('.', shown)}";
    }

    /// <summary>
    /// Null when <paramref name="text"/> is not an address that a mail server could take. What nobody sees is left out and letters
    /// of full width become the usual ones, so that whatever looks the same for that reason is the same.
    /// </summary>
    public static EmailAddress? TryParse(string? text)
    {
        // Longer than this with any number of invisible characters in between is nobody's address.
        if (text is null || text.Length > 4 * MaximumLength
            || text.Trim().EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Rune.IsControl(rune))) return null;

        var plain = NormalForm(text);
        var at = plain.LastIndexOf('@');
        if (at <= 0 || at == plain.Length - 1 || plain.Length > MaximumLength || HasCurlyApostrophe(text) || HasCurlyApostrophe(plain)
            || NormalForm(plain) != plain) return null;

        var local = plain[..at];
        if (local.Length > 64 || local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal)
            || !local.EnumerateRunes().All(IsOfLocalPart)) return null;

        return AsciiDomain(plain[(at + 1)..]) is { } domain && $"{local}@{domain}" is { Length: <= MaximumLength } address
            ? new EmailAddress(address) : null;
    }

    /// <summary>What is wrong with a text that is no address; null where no more can be said than that.</summary>
    public static DomainError? WhyNot(string? text) =>
        TryParse(text) is null && text is not null && HasCurlyApostrophe(text) ? EmailAddressErrors.CurlyApostrophe : null;

    /// <summary>
    /// Whether it holds letters of two scripts in one word, such as a Cyrillic <c>а</c> among Latin letters: somebody may mean to be taken
    /// for another.
    /// </summary>
    public bool MixesScripts => Spoken().Split('@', '.', '-', '_', '+').Any(LookAlikes.MixesScripts);

    /// <returns>The address, where it mixes scripts and whoever typed it has not been told so yet; else null.</returns>
    /// <param name="typed">What stands in the field.</param>
    /// <param name="told">The address of which the reader was told so before.</param>
    public static EmailAddress? MixedUntold(string? typed, string? told) =>
        TryParse(typed) is { MixesScripts: true } address && address.Value != told ? address : null;

    /// <summary>The same for addresses that the eye takes for one another; to be compared, not written to.</summary>
    public string LooksLike => LookAlikes.Latin(Spoken());

    public override string ToString() => Value;

    // Telephones write it by themselves, and mail servers know the straight one only.
    private static bool HasCurlyApostrophe(string text) =>
        text.Any(letter => letter is '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u00B4' or '\u02BC');

    private static string NormalForm(string text)
    {
        var visible = string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0x200C or 0x200D)));
        var form = (FreeText.Clean(visible) ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            .Normalize(NormalizationForm.FormKC);
        return FreeText.Clean(form) ?? "";
    }

    // RFC 5321 and 6531, without what needs quotes; of other scripts letters, marks and digits.
    private static bool IsOfLocalPart(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || "!#$%&'*+-/=?^_`{|}~.".Contains((char)rune.Value, StringComparison.Ordinal)
        : Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // As people read it: the domain in its own letters.
    private string Spoken()
    {
        try
        {
            return Value[..(Value.LastIndexOf('@') + 1)] + new IdnMapping().GetUnicode(Domain);
        }
        catch (ArgumentException)
        {
            return Value;
        }
    }

    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain.TrimEnd('.')).ToLowerInvariant();
            var labels = ascii.Split('.');
            return labels.Length >= 2 && labels.All(l => l.Length is > 0 and <= 63 && l[0] != '-' && l[^1] != '-')
                && labels[^1].Any(char.IsAsciiLetter) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
