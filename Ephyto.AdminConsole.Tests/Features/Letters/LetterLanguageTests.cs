using Ephyto.AdminConsole.Features.Letters.Components;
using Ephyto.AdminConsole.Features.Letters.Pdf;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>A letter is written in a language of the console, as far as its font goes.</summary>
public sealed class LetterLanguageTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly LanguageOptions Offered = new() { Cultures = ["ar", "en", "fr", "ru", "zh"] };

    [Fact]
    public void Letters_are_offered_in_the_languages_of_the_console_that_the_font_can_write() =>
        Assert.Equal(["en", "fr", "ru"], LetterPdf.LanguagesOf(Offered).Select(language => language.Code));

    [Theory]
    [InlineData("ru", "en", "ru")]
    [InlineData("zh", "fr", "fr")]
    [InlineData("es", "fr", "fr")]
    [InlineData(null, "fr", "fr")]
    [InlineData("French", "ar", "en")]
    public void What_was_chosen_counts_and_then_the_language_of_the_reader(string? chosen, string reader, string expected)
    {
        using var culture = CultureScope.Enter(reader);
        Assert.Equal(expected, LetterFields.Chosen(chosen, Offered).Code);
    }

    // Letters of earlier versions stand in the store in these words.
    [Fact]
    public async Task The_store_names_the_language_in_English()
    {
        var (nppo, boss) = await Host.OrganizationAsync("CI");
        await Host.AskAsync(nppo, boss, language: Languages.French);

        Assert.Equal("French",
            await Host.StoreAsync(db => db.Database.SqlQueryRaw<string>("""SELECT "Language" AS "Value" FROM "ParticipationLetters" """)
                .SingleAsync()));
    }
}
