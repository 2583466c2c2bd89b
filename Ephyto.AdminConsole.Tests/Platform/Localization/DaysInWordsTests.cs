using System.Globalization;
using Ephyto.AdminConsole.Platform.Localization;

namespace Ephyto.AdminConsole.Tests.Platform.Localization;

public sealed class DaysInWordsTests
{
    [Theory]
    [InlineData("fr", 1, "d MMMM yyyy", "1er mars 2026")]
    [InlineData("fr", 1, "d MMMM yyyy, HH:mm", "1er mars 2026, 00:00")]
    [InlineData("fr", 1, "D", "dimanche 1er mars 2026")]
    [InlineData("fr", 11, "d MMMM yyyy", "11 mars 2026")]
    [InlineData("en", 1, "d MMMM yyyy", "1 March 2026")]
    [InlineData("en", 1, DaysInWords.Whole, "Sunday 1 March 2026")]
    public void The_first_of_a_month_is_said_as_each_language_does(string language, int day, string pattern, string said)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        Assert.Equal(said, new DateTime(2026, 3, day, 0, 0, 0, DateTimeKind.Utc).InWords(pattern, culture));
        if (!pattern.Contains("HH", StringComparison.Ordinal)) Assert.Equal(said, new DateOnly(2026, 3, day).InWords(pattern, culture));
    }
}
