using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>What only the source shows: length, clocks, sleeping tests, text that belongs into a resource file.</summary>
public sealed class SourceTests
{
    private static readonly string[] Product = ["Ephyto.Domain/", "Ephyto.AdminConsole/"];
    private static readonly string[] Tests = ["Ephyto.AdminConsole.Tests/"];

    [Fact]
    public void No_source_file_is_longer_than_250_lines() =>
        Findings.None(Repository.SourceFiles(".cs", ".razor", ".js", ".py")
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(file => SourceRules.TooLong(file, Repository.Read(file), 250)));

    [Fact]
    public void Program_is_a_table_of_contents() =>
        Findings.None(SourceRules.TooLong("Program.cs", Repository.Read("Ephyto.AdminConsole/Program.cs"), 60));

    [Fact]
    public void The_product_asks_TimeProvider_for_the_time() => AssertNone(Product, SourceRules.ClockReads, ".cs", ".razor");

    [Fact]
    public void No_test_sleeps() => AssertNone(Tests, SourceRules.Sleeps, ".cs", ".razor");

    [Fact]
    public void Nothing_is_left_for_later() => AssertNone([.. Product, .. Tests], SourceRules.Leftovers, ".cs", ".razor");

    [Fact]
    public void Text_for_readers_stands_in_resource_files() => AssertNone(Product, SourceRules.LiteralText, ".razor");

    [Theory]
    [InlineData("var now = DateTime.|UtcNow;")]
    [InlineData("@DateTimeOffset.|Now")]
    public void A_read_clock_is_found(string line) => Assert.Single(SourceRules.ClockReads("A.cs", Whole(line)));

    [Theory]
    [InlineData("await Task.|Delay(5);")]
    [InlineData("Thread.|Sleep(5);")]
    [InlineData("await page.WaitFor|TimeoutAsync(5);")]
    public void A_sleep_is_found(string line) => Assert.Single(SourceRules.Sleeps("A.cs", Whole(line)));

    [Theory]
    [InlineData("// TO|DO: later")]
    [InlineData("throw new NotImplemented|Exception();")]
    [InlineData("[Fact(Skip| = \"later\")]")]
    public void A_leftover_is_found(string line) => Assert.Single(SourceRules.Leftovers("A.cs", Whole(line)));

    [Theory]
    [InlineData("<MudButton OnClick=\"@(() => Save())\">Save it</MudButton>")]
    [InlineData("<p>Who confirms <strong>@Name</strong></p>")]
    [InlineData("<MudTextField Label=\"Country\" />")]
    [InlineData("<a href=\"/x\" title='Go on'></a>")]
    public void A_literal_text_is_found(string markup) => Assert.Single(SourceRules.LiteralText("A.razor", markup));

    [Theory]
    [InlineData("<MudButton>@L[\"Save\"]</MudButton>")]
    [InlineData("@if (a > b && c < d) { <p>@x</p> }")]
    [InlineData("<a href=\"https://www.example.org\">www.example.org</a>")]
    [InlineData("<span lang=\"fr\">Français</span>")]
    [InlineData("@code { private List<string> Found<T>() where T : class => new List<string>(); }")]
    [InlineData("@* <p>Once upon a time</p> *@")]
    [InlineData("<CascadingValue Value=\"@Time\" Name=\"Clock\" />")]
    public void Markup_without_literal_text_passes(string markup) => Assert.Empty(SourceRules.LiteralText("A.razor", markup));

    [Fact]
    public void A_long_file_is_found() => Assert.Equal(["A.cs: 3 lines"], SourceRules.TooLong("A.cs", "1\n2\n3\n", 2));

    /// <summary>The samples are written with a bar in them, so that this file keeps its own rules.</summary>
    private static string Whole(string sample) => sample.Replace("|", "", StringComparison.Ordinal);

    private static void AssertNone(string[] folders, Func<string, string, IEnumerable<string>> rule, params string[] extensions) =>
        Findings.None(Repository.SourceFiles(extensions)
            .Where(file => folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            .SelectMany(file => rule(file, Repository.Read(file))));
}
