using Ephyto.Domain.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>Who reads a language reads it throughout: one whose texts are not all there would be half English.</summary>
internal sealed class LanguageOptionsValidator : IValidateOptions<LanguageOptions>
{
    private const int MostNamed = 10;

    public ValidateOptionsResult Validate(string? name, LanguageOptions options)
    {
        if (!options.IsValid) return ValidateOptionsResult.Fail("Localization:Cultures may hold ar, en, es, fr, ru and zh only.");
        if (options.EvenIncomplete) return ValidateOptionsResult.Success;

        var refused = options.Offered.Where(language => language != Languages.English)
            .Select(language => (Language: language, Missing: MissingTexts.Of(language, typeof(LanguageOptionsValidator).Assembly)))
            .Where(found => found.Missing.Count > 0).Select(found => Sentence(found.Language, found.Missing)).ToList();
        return refused.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(refused);
    }

    internal static string Sentence(Language language, IReadOnlyList<(string Resource, int Count)> missing)
    {
        var named = missing.Take(MostNamed).Select(lacking => $"{lacking.Count} of {lacking.Resource}").ToList();
        if (missing.Count > MostNamed)
            named.Add($"{missing.Skip(MostNamed).Sum(lacking => lacking.Count)} of {missing.Count - MostNamed} others");
        return $"Take {language.Code} ({language.EnglishName}) out of Localization:Cultures or complete its texts, of which these are "
            + $"missing: {string.Join(", ", named)}.";
    }
}
