using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Common;

public sealed class LanguagesTests
{
    [Fact]
    public void Arabic_is_read_from_the_right_and_no_other() =>
        Assert.Equal(["ar rtl", "en ltr", "es ltr", "fr ltr", "ru ltr", "zh ltr"],
            Languages.All.Select(language => $"{language.Code} {language.Direction}"));

    [Theory]
    [InlineData("FR", "fr")]
    [InlineData("xx", null)]
    [InlineData(null, null)]
    public void A_language_is_found_by_its_code_or_is_none(string? code, string? found) => Assert.Equal(found, Languages.Find(code)?.Code);
}
