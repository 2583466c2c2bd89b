using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

public sealed class LineTests
{
    private const int Most = 140;

    [Fact]
    public void No_line_is_wider_than_140_characters() =>
        Findings.None(Repository.SourceFiles(".cs", ".razor", ".css", ".js", ".sh", ".py", ".csproj", ".props")
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(file => LineRules.TooWide(file, Repository.Read(file), Most)));

    [Fact]
    public void A_wide_line_is_found_and_a_text_of_several_lines_stays_as_it_is()
    {
        var wide = new string('a', Most + 1);

        Assert.Single(LineRules.TooWide("A.cs", $"var {wide};", Most));
        Assert.Single(LineRules.TooWide("A.cs", $"\"short\"; // {wide}", Most));
        Assert.Single(LineRules.TooWide("A.razor", $"<p title=\"{wide}\">", Most));
        Assert.Single(LineRules.TooWide("A.cs", $"Say(\"{wide}\");", Most));
        Assert.Empty(LineRules.TooWide("A.cs", $"var sql = \"\"\"\n{wide}\n\"\"\";", Most));
        Assert.Empty(LineRules.TooWide("A.css", new string('a', Most), Most));
    }
}
