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
        var text = RegisterCleaning.Clean(field, form[field]);
        if (text.Length == 0) return IsOptional(field) ? null : new FieldFault($"{field}Missing");
        if (MaximumOf(field) is { } maximum && FreeText.LengthOf(text) > maximum) return new FieldFault("TooLong", maximum);

        var usable = field switch
        {
            RegisterField.Informed => form.Informed,
            RegisterField.Country => countries.Find(text) is not null,
            RegisterField.System => form.System is not null,
            RegisterField.PreferredLanguage => languages.Value.Offered.Any(language => language.Code == text),
            RegisterField.Email => EmailAddress.TryParse(text) is not null,
            RegisterField.Website => IsWebsite(text),
            RegisterField.Phone => IsPhone(text),
            _ => TypedName.HasLetters(text),
        };
        if (!usable) return new FieldFault(SentenceFor(field, text));
        return IsName(field) && TypedName.HoldsWebAddress(text) ? new FieldFault("NoWebAddress") : null;
    }

    /// <summary>The first step with an answer that is missing or wrong; the review where there is none.</summary>
    public RegisterStep FirstIncomplete(RegisterForm form) =>
        RegisterSteps.All.FirstOrDefault(step => RegisterSteps.FieldsOf(step).Any(field => Check(form, field) is not null), RegisterStep.Review);

    public static bool IsOptional(RegisterField field) =>
        field is RegisterField.Website or RegisterField.Title or RegisterField.GivenName;

    private static bool IsName(RegisterField field) =>
        field is RegisterField.OrganizationName or RegisterField.NameInEnglish or RegisterField.Title or RegisterField.GivenName or RegisterField.FamilyName or RegisterField.JobTitle;

    public static int? MaximumOf(RegisterField field) => field switch
    {
        RegisterField.OrganizationName or RegisterField.NameInEnglish => 200,
        RegisterField.Address => 500,
        RegisterField.Website => 300,
        RegisterField.Title or RegisterField.Phone => 40,
        RegisterField.GivenName or RegisterField.FamilyName => 100,
        RegisterField.JobTitle => 150,
        RegisterField.Email => EmailAddress.MaximumLength,
        _ => null,
    };

    private static string SentenceFor(RegisterField field, string text) => field switch
    {
        RegisterField.Email when EmailAddress.WhyNot(text) is not null => "EmailApostrophe",
        RegisterField.Website when text.EnumerateRunes().Any(Rune.IsWhiteSpace) => "WebsiteSpaces",
        RegisterField.Website when NamesUser(text) || NamesUser($"https://{text}") => "WebsiteUser",
        _ => $"{field}Wrong",
    };

    public static bool IsWebsite(string text) =>
        !text.EnumerateRunes().Any(Rune.IsWhiteSpace) && ForeignUri.TryRead(text, out var uri) && uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0 && uri.HostNameType == UriHostNameType.Dns && uri.Host.Contains('.', StringComparison.Ordinal);

    // "user:password@www.example.org": whoever opens it would be signed in as somebody, or led elsewhere than it looks.
    private static bool NamesUser(string text) => ForeignUri.TryRead(text, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length > 0;

    // ITU-T E.164 allows 15 digits; an extension may follow.
    private static bool IsPhone(string text) =>
        PhoneForm().IsMatch(text) && ExtensionForm().Replace(text, "").Count(char.IsAsciiDigit) is >= 6 and <= 15;

    [GeneratedRegex(@"^\+[0-9][0-9 ().\-/]*(\s*(x|#|ext\.?|extension|poste|доб\.?)\s*[0-9]{1,6})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"\s*(x|#|ext\.?|extension|poste|доб\.?)\s*[0-9]{1,6}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ExtensionForm();
}
