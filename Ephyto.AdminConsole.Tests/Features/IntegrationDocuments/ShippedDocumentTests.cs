using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using UglyToad.PdfPig;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>
/// What the console ships is whole: its links lead somewhere, its diagrams can be drawn, and its languages say the same.
/// </summary>
public sealed partial class ShippedDocumentTests
{
    private static readonly string[] Pages = ["/nppo/integration", "/nppo/documents", "/nppo/certificates", "/nppo/connection",
        "/nppo/members", "/nppo/sandbox", "/nppo/sandbox/first-call", "/nppo", "/guide", "/participation", "/register"];

    public static TheoryData<string> Names => [.. ShippedLibrary.Texts.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_leads_to_a_heading_a_page_of_the_console_or_an_email_address(string name)
    {
        var text = Read(name);
        var anchors = text.Headings.Select(heading => heading.Anchor).ToHashSet();

        Assert.Equal(anchors.Count, text.Headings.Count);
        Assert.All(text.Document.Descendants<LinkInline>(), link => Assert.True(
            link.Url!.StartsWith('#')
                ? anchors.Contains(Uri.UnescapeDataString(link.Url[1..])) : Pages.Contains(link.Url.Split('#', '?')[0])
                || link.Url == "mailto:ippc@fao.org", $"{name}: {link.Url}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_diagram_can_be_drawn(string name)
    {
        foreach (var block in Blocks(name, SequenceDiagram.Info))
        {
            var diagram = SequenceDiagram.Parse(block);
            Assert.NotNull(diagram);
            Assert.InRange(diagram.Participants.Count, 2, 4);
        }
    }

    [Theory]
    [InlineData("integration-guide")]
    [InlineData("hub-api")]
    public void Both_languages_say_the_same_in_the_same_order(string name)
    {
        var (english, french) = (Read($"{name}.en"), Read($"{name}.fr"));

        Assert.Equal(english.Headings.Select(heading => heading.Level), french.Headings.Select(heading => heading.Level));
        Assert.Equal(english.Document.Descendants<Table>().Select(table => table.Count),
            french.Document.Descendants<Table>().Select(table => table.Count));
        Assert.Equal(english.Document.Descendants<FencedCodeBlock>().Select(block => block.Info),
            french.Document.Descendants<FencedCodeBlock>().Select(block => block.Info));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void As_PDF_nothing_is_lost_and_nothing_runs_over_the_edge(string name)
    {
        var text = Read(name);

        using var pdf = PdfDocument.Open(PdfOfMarkdown.Write(text, new(name, name, "fr", "Contents")));

        var letters = Spaces().Replace(string.Concat(pdf.GetPages().Select(page => page.Text)), "");
        Assert.All(text.Headings, heading => Assert.Contains(Spaces().Replace(heading.Text, ""), letters, StringComparison.Ordinal));
        Assert.All(pdf.GetPages(),
            page => Assert.True(page.Letters.Max(letter => letter.BoundingBox.Right) < 560, $"{name}, page {page.Number}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void As_PDF_no_page_ends_with_a_heading_or_with_words_that_lead_to_the_next_page(string name)
    {
        var text = Read(name);

        using var pdf = PdfDocument.Open(PdfOfMarkdown.Write(text, new(name, name, "fr", "Contents")));

        var parted = pdf.GetPages().Select(page => (page.Number, Line: PdfReading.LastLineOf(page)))
            .Where(page => page.Line.IsHeading || page.Line.LeadsOn).Select(page => $"page {page.Number}: {page.Line.Text}").ToList();
        Assert.True(parted.Count == 0, $"{name}, {parted.Count} of {pdf.NumberOfPages} pages: {string.Join("; ", parted)}");
    }

    private static MarkdownText Read(string name) => MarkdownText.Parse(ShippedLibrary.Read(name));

    private static IEnumerable<string> Blocks(string name, string info) =>
        Read(name).Document.Descendants<FencedCodeBlock>().Where(block => block.Info == info).Select(block => block.Lines.ToString());

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
