using System.Text;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>
/// Brings an answer into its one form. What nobody sees goes: the contact point reads these words in an e-mail and must see them
/// as they are.
/// </summary>
internal static class RegisterCleaning
{
    public static string Clean(RegisterField field, string text)
    {
        var kind = RegisterQuestions.Of(field).Kind;
        var clean = (kind == AnswerKind.Lines
            ? FreeText.Lines(text, RegisterForm.LongestOf(field)) : FreeText.Line(text, RegisterForm.LongestOf(field))) ?? "";
        return kind switch
        {
            AnswerKind.Email => EmailAddress.TryParse(clean)?.Value ?? clean,
            AnswerKind.Website => Website(clean),
            AnswerKind.Phone => Phone(clean),
            _ => clean,
        };
    }

    // Whatever is no address even so stays as it was typed.
    private static string Website(string text) =>
        RegisterRules.IsWebsite(text) || !RegisterRules.IsWebsite($"https://{text}") ? text : $"https://{text}";

    // "00225 …" and "＋225 …" are "+225 …"; digits of other scripts become the ones every telephone has.
    private static string Phone(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsDigit(sign)) digits.Append((int)Rune.GetNumericValue(sign));
            else digits.Append(sign.ToString());
        }

        var phone = digits.ToString();
        return phone.StartsWith("00", StringComparison.Ordinal) ? string.Concat("+", phone.AsSpan(2)) : phone;
    }
}
