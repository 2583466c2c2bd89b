using Ephyto.AdminConsole.Features.Sandbox.Traffic;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Traffic;

/// <summary>What is said in one line is read in many, as far as it is XML that somebody can read.</summary>
public sealed class XmlToReadTests
{
    [Theory]
    [InlineData("<a><b>1</b><c/></a>", "<a>\n  <b>1</b>\n  <c />\n</a>")]
    [InlineData("\uFEFF\r\n<?xml version=\"1.0\" encoding=\"UTF-16\"?><a x=\"1\"><b>é</b></a>", "<a x=\"1\">\n  <b>é</b>\n</a>")]
    [InlineData("<a><![CDATA[<x>]]></a>", "<a><![CDATA[<x>]]></a>")]
    public void Each_element_has_a_line(string said, string lines) =>
        Assert.Equal(lines, XmlToRead.Of(said)?.ReplaceLineEndings("\n").Trim());

    [Theory]
    [InlineData("no xml"), InlineData(""), InlineData("<a><b></a>"), InlineData("<html><p>Forbidden</html>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"1\">]><a>&x;</a>")]
    public void What_is_no_plain_xml_stays_as_it_is(string said) => Assert.Null(XmlToRead.Of(said));

    [Fact]
    public void What_is_too_deep_does_not_grow()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 9_000)) + string.Concat(Enumerable.Repeat("</a>", 9_000));

        Assert.Null(XmlToRead.Of(deep));
    }
}
