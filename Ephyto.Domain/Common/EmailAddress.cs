using System.Globalization;

namespace Ephyto.Domain.Common;

/// <summary>
/// An e-mail address in its one normal form: trimmed, lower case, an international domain in its ASCII form.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>RFC 5321 allows 254 characters for a whole address.</summary>
    public const int MaximumLength = 254;

    // Mail services open to everybody; an address there shows nothing about an office.
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
        return $"{Value[0]}•••@•••.{string.Join('.', shown)}";
    }

    /// <summary>Null when <paramref name="text"/> is not an address that a mail server could take.</summary>
    public static EmailAddress? TryParse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || at == trimmed.Length - 1 || trimmed.Length > MaximumLength) return null;

        var local = trimmed[..at].ToLowerInvariant();
        if (local.Length > 64 || local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal)
            || local.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || "@<>()[],;:\\\"".Contains(c, StringComparison.Ordinal))) return null;

        var domain = AsciiDomain(trimmed[(at + 1)..]);
        return domain is null ? null : new EmailAddress($"{local}@{domain}");
    }

    public override string ToString() => Value;

    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain.TrimEnd('.')).ToLowerInvariant();
            var labels = ascii.Split('.');
            return labels.Length >= 2 && labels.All(l => l.Length is > 0 and <= 63 && l[0] != '-' && l[^1] != '-')
                && labels[^1].Any(char.IsLetter) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
