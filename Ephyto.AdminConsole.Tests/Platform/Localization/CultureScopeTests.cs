using System.Globalization;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.Platform.Localization;

public sealed class CultureScopeTests
{
    [Fact]
    public async Task Code_runs_in_the_language_of_another_reader_and_the_own_one_comes_back()
    {
        var before = CultureInfo.CurrentUICulture;

        using (CultureScope.Enter("fr"))
        {
            await Task.Yield();
            Assert.Equal("fr", CultureInfo.CurrentUICulture.Name);
            Assert.Equal("fr", CultureInfo.CurrentCulture.Name);
            Assert.Equal("Français", Languages.Current.NativeName);
        }

        Assert.Equal(before, CultureInfo.CurrentUICulture);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("tlh")]
    public void An_unknown_language_reads_English(string? code)
    {
        using var scope = CultureScope.Enter(code);

        Assert.Equal("en", CultureInfo.CurrentUICulture.Name);
    }

    [Fact]
    public void Only_Arabic_of_the_six_runs_from_right_to_left() =>
        Assert.Equal(["ar"], Languages.All.Where(language => language.Direction == "rtl").Select(language => language.Code));
}
