using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

public sealed class StyleSheetTests
{
    [Fact]
    public void No_style_sheet_knows_left_from_right() =>
        Findings.None(Repository.SourceFiles(".css").SelectMany(file => StyleSheetRules.Sides(file, Repository.Read(file))));

    [Theory]
    [InlineData("a { left: 0; }")]
    [InlineData("a{right:0}")]
    [InlineData("a { margin-left: 1rem; }")]
    [InlineData("a { color: red; scroll-padding-right: 1rem; }")]
    [InlineData("a { border-left: 1px solid; }")]
    [InlineData("a { border-right-color: red; }")]
    [InlineData("a { border-top-left-radius: 4px; }")]
    [InlineData("a { text-align: right; }")]
    [InlineData("a { float: left; }")]
    [InlineData("a { padding: 1px 2px 1px 3px; }")]
    [InlineData("a { margin: 0 var(--s1) 0 calc(1rem + 2px); }")]
    public void A_side_is_found(string rule) => Assert.NotEmpty(StyleSheetRules.Sides("x", rule));

    [Theory]
    [InlineData("a { margin-inline-start: 1rem; inset-inline-end: 0; }")]
    [InlineData("a { padding: 1px 2px 3px 2px; margin: 0 auto; }")]
    [InlineData("a { text-align: start; scroll-padding-block-start: 5rem; }")]
    [InlineData("/* from the left: as it is read */ .to-the-right { color: red; }")]
    public void What_follows_the_reading_is_none(string rule) => Assert.Empty(StyleSheetRules.Sides("x", rule));
}
