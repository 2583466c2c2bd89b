using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Integration.Start;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Localization;

/// <summary>A language is offered when all its texts are there.</summary>
public sealed class MissingTextsTests
{
    [Fact]
    public void Texts_without_counterpart_are_counted_by_resource()
    {
        var english = new Dictionary<string, IReadOnlySet<string>> { ["A"] = new HashSet<string> { "One", "Two" },
            ["B"] = new HashSet<string> { "One" }, ["C"] = new HashSet<string> { "One", "Two" } };
        var own = new Dictionary<string, IReadOnlySet<string>> { ["A"] = new HashSet<string> { "Two", "Extra" },
            ["B"] = new HashSet<string> { "One" }, ["C"] = new HashSet<string>() };

        Assert.Equal([("C", 2), ("A", 1)], MissingTexts.Of(english.Keys, resource => english[resource], resource => own[resource]));
    }

    [Fact]
    public void The_refusal_is_one_sentence_with_the_numbers()
    {
        Assert.Equal(
            "Take ru (Russian) out of Localization:Cultures or complete its texts, of which these are missing: 2 of C, 1 of A.",
            LanguageOptionsValidator.Sentence(Languages.Find("ru")!, [("C", 2), ("A", 1)]));
        Assert.EndsWith("1 of R9, 3 of 3 others.",
            LanguageOptionsValidator.Sentence(Languages.Find("ru")!, [.. Enumerable.Range(0, 13).Select(number => ($"R{number}", 1))]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void English_and_French_are_complete() => Assert.True(Validate(new()).Succeeded);

    [Fact]
    public void A_language_without_texts_is_refused_by_its_name_alone()
    {
        var refused = Assert.Single(Validate(new() { Cultures = ["en", "fr", "ar"] }).Failures!);

        Assert.StartsWith("Take ar (Arabic) out of Localization:Cultures", refused, StringComparison.Ordinal);
        Assert.Matches(@"missing: \d+ of Ephyto\.AdminConsole\.\S+, ", refused);
    }

    [Fact]
    public void A_translation_under_way_can_be_looked_at() =>
        Assert.True(Validate(new() { Cultures = ["en", "ar"], EvenIncomplete = true }).Succeeded);

    [Fact]
    public void Only_languages_of_the_United_Nations_are_known() =>
        Assert.Contains("ar, en, es, fr, ru and zh", Assert.Single(Validate(new() { Cultures = ["de"], EvenIncomplete = true }).Failures!),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_console_does_not_start_with_a_half_translated_language()
    {
        var (code, output) =
            await ConsoleApp.RunToEndAsync(
                new Dictionary<string, string?> { ["Localization:Cultures:0"] = "en", ["Localization:Cultures:1"] = "ru" }, "Development");

        Assert.Equal(1, code);
        StartTests.AssertOneSentence(output, "Take ru (Russian) out", "TermText");
    }

    private static ValidateOptionsResult Validate(LanguageOptions options) => new LanguageOptionsValidator().Validate(null, options);
}
