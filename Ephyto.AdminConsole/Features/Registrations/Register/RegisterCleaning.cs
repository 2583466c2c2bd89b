using System.Globalization;
using System.Text;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>
/// Brings an answer into its one form. Control characters and the marks that turn the direction of text go: the contact
/// point reads these words in a mail and must see them as they are.
/// </summary>
internal static class RegisterCleaning
{
    public static string Clean(RegisterField field, string text)
    {
        var clean = field == RegisterField.Address ? Lines(text) : OneLine(text);
        return field switch
        {
            RegisterField.Email => EmailAddress.TryParse(clean)?.Value ?? clean,
            RegisterField.Website => Website(clean),
            RegisterField.Phone => Phone(clean),
            _ => clean,
        };
    }

    private static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(OneLine)).Trim();

    private static string OneLine(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
            }
            else if (!IsHostile(rune)) kept.Append(rune);
        }

        return kept.ToString().TrimEnd();
    }

    private static bool IsHostile(Rune rune) =>
        Rune.IsControl(rune) || rune == Rune.ReplacementChar
        || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200B or 0xFEFF;

    private static string Website(string text) =>
        text.Length == 0 || text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";

    // "00225 …" and "＋225 …" are "+225 …"; digits of other scripts become the ones every telephone has.
    private static string Phone(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0) digits.Append((char)('0' + digit));
            else digits.Append(c);
        }

        var phone = digits.ToString();
        return phone.StartsWith("00", StringComparison.Ordinal) ? string.Concat("+", phone.AsSpan(2)) : phone;
    }
}
