using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using UglyToad.PdfPig;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>Documents as pages and as PDF.</summary>
public sealed class RenderingTests
{
    private const string Diagram = "```sequence\nNPPO -> Hub: DeliverEnvelope\nHub --> NPPO: EnvelopeHeader\n```\n";

    [Fact]
    public void Markup_in_the_source_stands_as_text()
    {
        var html = Html("Before <img src=x onerror=alert(1)> after\n\n<div onclick=\"x\">block</div>\n");

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<div onclick", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "")]
    [InlineData("http://example.org", "")]
    [InlineData("//example.org", "")]
    [InlineData("data:text/html,x", "")]
    [InlineData("https://example.org", "https://example.org")]
    [InlineData("/nppo/integration", "./nppo/integration")]
    [InlineData("#chapter", "/here#chapter")]
    [InlineData("mailto:ippc@fao.org", "mailto:ippc@fao.org")]
    public void A_link_leads_only_where_the_library_allows(string source, string shown) =>
        Assert.Contains($"href=\"{shown}\"", Html($"[text]({source})"), StringComparison.Ordinal);

    [Fact]
    public void A_picture_becomes_a_link_without_a_target() =>
        Assert.DoesNotContain("<img", Html("![a](https://example.org/pixel.png)"), StringComparison.Ordinal);

    [Fact]
    public void A_sequence_is_drawn_and_read_out()
    {
        var html = Html(Diagram);

        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("<li>NPPO → Hub: DeliverEnvelope</li>", html, StringComparison.Ordinal);
        Assert.Contains("class=\"answer\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_with_a_line_that_is_none_stays_what_was_written() =>
        Assert.Contains("<code class=\"language-sequence\">NPPO calls Hub", Html("```sequence\nNPPO calls Hub\n```"),
            StringComparison.Ordinal);

    [Fact]
    public void Headings_are_found_without_the_title_which_the_page_has_already()
    {
        var rendered = MarkdownText.Parse("# Title\n\n## First `Get`\n\ntext\n\n### Inner\n").Render("/here");

        Assert.Equal([(2, "first-get", "First Get"), (3, "inner", "Inner")],
            rendered.Headings.Select(heading => (heading.Level, heading.Anchor, heading.Text)));
        Assert.DoesNotContain("<h1", rendered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wide_can_be_scrolled_by_keyboard()
    {
        var html = Html("| a | b |\n|---|---|\n| 1 | 2 |\n\n```xml\n<a/>\n```\n");

        Assert.Contains("<div class=\"wide\" tabindex=\"0\"><table>", html, StringComparison.Ordinal);
        Assert.Contains("<pre tabindex=\"0\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_holds_every_kind_of_block_its_pages_are_numbered_and_what_no_font_has_becomes_a_question_mark()
    {
        var filler = string.Join("\n\n",
            Enumerable.Range(1, 120)
                .Select(number =>
                    $"Paragraph {number} of a long text that fills more than one line of the page, because it goes on and on."));
        var bytes = PdfOfMarkdown.Write(
            MarkdownText.Parse(
                $"# Guide d’été\n\n- point **fort**\n\n1. premier\n\n| Colonne |\n|---|\n| cellule |\n\n{Diagram}\n```xml\n"
                    + $"<soap:Envelope/>\n```\n\n> cité 中\n\n{filler}"), new("Guide d’été", "Guide · 1"));

        using var pdf = PdfDocument.Open(bytes);
        var first = pdf.GetPage(1).Text;
        foreach (var words in new[] { "Guide d’été", "point fort", "1.", "Colonne", "cellule", "DeliverEnvelope", "<soap:Envelope/>",
            "cité ?", $"1 / {pdf.NumberOfPages}" })
            Assert.Contains(words, first, StringComparison.Ordinal);
        Assert.True(pdf.NumberOfPages > 3);
        Assert.Contains("Paragraph 120", pdf.GetPage(pdf.NumberOfPages).Text, StringComparison.Ordinal);
        Assert.All(pdf.GetPages(), page => Assert.All(page.Letters, letter => Assert.InRange(letter.BoundingBox.Right, 0, 560)));
    }

    private static string Html(string markdown) => MarkdownText.Parse(markdown).Render("/here").Html;
}
