using System.Text;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>What is wrong with an answer.</summary>
/// <param name="Sentence">Key of the sentence in <see cref="RegisterText"/>.</param>
/// <param name="Argument">What the sentence speaks of, such as a greatest length.</param>
internal sealed record FieldFault(string Sentence, object? Argument = null);

/// <summary>The rules of the answers, the same beside the field and at the submission.</summary>
internal sealed partial class RegisterRules(CountryCatalogue countries, IOptions<LanguageOptions> languages)
{
    public FieldFault? Check(RegisterForm form, RegisterField field)
    {
        var question = RegisterQuestions.Of(field);
        var text = RegisterCleaning.Clean(field, form[field]);
        if (text.Length == 0) return question.IsOptional ? null : new FieldFault($"{field}Missing");
        if (question.Longest is { } longest && FreeText.LengthOf(text) > longest) return new FieldFault("TooLong", longest);

        var usable = field switch
        {
            RegisterField.Informed => form.Informed,
            RegisterField.Country => countries.Find(text) is { MayTakePart: true },
            RegisterField.System => form.System is not null,
            RegisterField.PreferredLanguage => languages.Value.Offered.Any(language => language.Code == text),
            _ => IsUsable(question.Kind, text),
        };
        if (!usable) return new FieldFault(SentenceFor(question, text));
        return question.Kind == AnswerKind.Name && TypedName.HoldsWebAddress(text) ? new FieldFault("NoWebAddress") : null;
    }

    /// <summary>The first step with an answer that is missing or wrong; the review where there is none.</summary>
    public RegisterStep FirstIncomplete(RegisterForm form) =>
        RegisterSteps.All.FirstOrDefault(step => RegisterSteps.FieldsOf(step).Any(field => Check(form, field) is not null),
            RegisterStep.Review);

    private static bool IsUsable(AnswerKind kind, string text) => kind switch
    {
        AnswerKind.Email => EmailAddress.TryParse(text) is not null,
        AnswerKind.Website => IsWebsite(text),
        AnswerKind.Phone => IsPhone(text),
        _ => TypedName.HasLetters(text),
    };

    // What may be typed into an address or a number is the same wherever one is asked for, and so is the sentence.
    private static string SentenceFor(RegisterQuestion question, string text) => question.Kind switch
    {
        AnswerKind.Email when EmailAddress.WhyNot(text) is not null => "EmailApostrophe",
        AnswerKind.Website when text.EnumerateRunes().Any(Rune.IsWhiteSpace) => "WebsiteSpaces",
        AnswerKind.Website when NamesUser(text) || NamesUser($"https://{text}") => "WebsiteUser",
        AnswerKind.Email or AnswerKind.Phone or AnswerKind.Website => $"{question.Kind}Wrong",
        _ => $"{question.Field}Wrong",
    };

    public static bool IsWebsite(string text) =>
        !text.EnumerateRunes().Any(Rune.IsWhiteSpace) && ForeignUri.TryRead(text, out var uri) && uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0 && uri.HostNameType == UriHostNameType.Dns && uri.Host.Contains('.', StringComparison.Ordinal);

    // "user:password@www.example.org": whoever opens it would be signed in as somebody, or led elsewhere than it looks.
    private static bool NamesUser(string text) =>
        ForeignUri.TryRead(text, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length > 0;

    // ITU-T E.164 allows 15 digits; an extension may follow.
    private static bool IsPhone(string text) =>
        PhoneForm().IsMatch(text) && ExtensionForm().Replace(text, "").Count(char.IsAsciiDigit) is >= 6 and <= 15;

    [GeneratedRegex(@"^\+[0-9][0-9 ().\-/]*(\s*(x|#|ext\.?|extension|poste|доб\.?)\s*[0-9]{1,6})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"\s*(x|#|ext\.?|extension|poste|доб\.?)\s*[0-9]{1,6}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ExtensionForm();
}
