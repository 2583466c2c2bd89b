using System.Text;
using Ephyto.AdminConsole.Platform.Csv;

namespace Ephyto.AdminConsole.Tests.Platform.Csv;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tcmd")]
    [InlineData("\rcmd")]
    public void A_formula_gets_an_apostrophe(string cell) => Assert.Contains($"'{cell}", Written(cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("Awa")]
    [InlineData("a=b")]
    [InlineData("N’Guessan")]
    public void Other_text_stays_as_it_is(string cell) => Assert.Equal($"Column\r\n{cell}\r\n", Written(cell));

    [Fact]
    public void The_file_begins_with_the_mark_of_its_encoding_and_quotes_what_needs_it()
    {
        var file = CsvTable.Write(["A", "B"], [["x,y", null], ["say \"so\"", "é"]]);

        Assert.Equal(Encoding.UTF8.Preamble, file.AsSpan(0, 3));
        Assert.Equal("A,B\r\n\"x,y\",\r\n\"say \"\"so\"\"\",é\r\n", Encoding.UTF8.GetString(file.AsSpan(3)));
    }

    private static string Written(string cell) => Encoding.UTF8.GetString(CsvTable.Write(["Column"], [[cell]]).AsSpan(3));
}
