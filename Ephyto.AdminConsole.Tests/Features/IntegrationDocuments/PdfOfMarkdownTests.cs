using System.Text;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Outline;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>What makes a long PDF one that a person finds their way in.</summary>
public sealed class PdfOfMarkdownTests
{
    private static readonly string Chapters = string.Join('\n', Enumerable.Range(1, 8).Select(number =>
        $"## Chapter {number}\n\nSee [the last](#chapter-8), [a page](/nppo/certificates) or [nowhere](#nowhere).\n\n### Part {number}\n\n"
            + string.Join("\n\n", Enumerable.Repeat("Words of a paragraph.", 12)) + "\n"));

    public static TheoryData<string> Blocks =>
    [
        Sample(30), Sample(100), "| Column | Other |\n|---|---|\n| first 1 | a |\n| second 2 | b |", "- first 1\n- second 2",
        "1. Send:\n\n   ```xml\n   first 1\n   ```",
        $"```sequence\n{string.Join('\n', Enumerable.Range(1, 12).Select(number => $"NPPO -> Hub: message {number}"))}\n```",
    ];

    [Theory]
    [InlineData("hub-api.en")]
    [InlineData("integration-guide.fr")]
    public void The_contents_name_the_page_on_which_each_chapter_stands_and_lead_there(string name)
    {
        var text = MarkdownText.Parse(ShippedLibrary.Read(name));
        using var pdf = Open(text, new(name, name, Contents: "What is inside"));

        Assert.Contains("What is inside", pdf.GetPage(1).Text, StringComparison.Ordinal);
        var listed = text.Headings.Count(heading => heading.Level <= 3);
        var links = pdf.GetPages().SelectMany(LinksOf).Take(2 * listed).ToList();
        Assert.All(links, link => Assert.IsType<GoToAction>(link.Action));
        foreach (var (heading, link) in text.Headings.Where(heading => heading.Level <= 3).Zip(links.Chunk(2)))
        {
            var page = ((GoToAction)link[0].Action!).Destination.PageNumber;
            Assert.Equal(page, ((GoToAction)link[1].Action!).Destination.PageNumber);
            Assert.Contains(heading.Text, pdf.GetPage(page).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_outline_holds_every_chapter_with_its_parts()
    {
        using var pdf = Open(MarkdownText.Parse($"# Title\n\n{Chapters}"), new("Title", ""));

        Assert.True(pdf.TryGetBookmarks(out var outline));
        var title = Assert.Single(outline.Roots);
        Assert.Equal("Title", title.Title);
        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"Chapter {number}"), title.Children.Select(node => node.Title));
        Assert.All(title.Children, node => Assert.StartsWith("Part", Assert.Single(node.Children).Title, StringComparison.Ordinal));
        Assert.True(((DocumentBookmarkNode)title.Children[7]).PageNumber > 2);
    }

    [Fact]
    public void Links_lead_to_their_chapter_or_to_the_console_and_those_to_nowhere_are_words()
    {
        using var pdf = Open(MarkdownText.Parse($"# Title\n\n{Chapters}"), new("Title", "", AddressOf: path => $"https://c.example{path}"));

        var links = LinksOf(pdf.GetPage(1)).Take(2).ToList();

        Assert.Equal(pdf.NumberOfPages, ((GoToAction)links[0].Action!).Destination.PageNumber);
        Assert.Equal("https://c.example/nppo/certificates", ((UriAction)links[1].Action!).Uri);
        Assert.Equal(16, pdf.GetPages().SelectMany(LinksOf).Count());
    }

    [Fact]
    public void A_short_document_has_no_contents()
    {
        using var pdf = Open(MarkdownText.Parse("# Title\n\n## One\n\nText."), new("Title", "", Contents: "What is inside"));

        Assert.Equal(1, pdf.NumberOfPages);
        Assert.DoesNotContain("What is inside", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_names_its_columns_on_each_page()
    {
        var rows = string.Concat(Enumerable.Range(1, 120).Select(number => $"| row {number} |\n"));
        using var pdf = Open(MarkdownText.Parse($"# Title\n\n| Heading of it |\n|---|\n{rows}"), new("Title", ""));

        Assert.InRange(pdf.NumberOfPages, 3, 6);
        Assert.All(pdf.GetPages(), page => Assert.Contains("Heading of it", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sample_that_fits_on_a_page_is_not_cut_and_a_longer_one_goes_on()
    {
        var filler = string.Join("\n\n", Enumerable.Repeat("Words of a paragraph.", 20));
        using var pdf = Open(MarkdownText.Parse($"# Title\n\n{filler}\n\n{Sample("short", 40)}\n\n"
            + $"{Sample("long", 100)}"), new("Title", ""));

        Assert.Single(pdf.GetPages(), page => page.Text.Contains("short", StringComparison.Ordinal));
        Assert.Contains("short 1 short 2", pdf.GetPage(2).Text.Replace("short", " short", StringComparison.Ordinal).Replace("  ", " ",
            StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(pdf.GetPages().Count(page => page.Text.Contains("long", StringComparison.Ordinal)) > 1);

        static string Sample(string word, int lines) =>
            $"```xml\n{string.Join('\n', Enumerable.Range(1, lines).Select(number => $"{word} {number}"))}\n```";
    }

    [Theory]
    [InlineData(20), InlineData(25), InlineData(30)]
    public void Headings_stand_on_the_page_of_what_follows_them(int paragraphs)
    {
        var filler = string.Join("\n\n", Enumerable.Repeat("Words of a paragraph.", paragraphs));
        var lines = string.Join('\n', Enumerable.Range(1, 30).Select(number => $"line {number}"));
        var messages = string.Join('\n', Enumerable.Range(1, 12).Select(number => $"NPPO -> Hub: message {number}"));
        foreach (var (block, first) in new[] { ($"```xml\n{lines}\n```", "line 1"), ($"```sequence\n{messages}\n```", "message 1") })
        {
            using var pdf = Open(
                MarkdownText.Parse($"# Title\n\n{filler}\n\n## Chapter\n\n### Part\n\n{block}"), new("Title", ""));

            var page = Assert.Single(pdf.GetPages(), page => page.Text.Contains("Chapter", StringComparison.Ordinal));
            Assert.Contains("Part", page.Text, StringComparison.Ordinal);
            Assert.Contains(first, page.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Request:")]
    [InlineData("Requête\u00A0:")]
    [InlineData("**Request:**")]
    [InlineData("请求：")]
    [InlineData("- Point\n- Request:")]
    [InlineData("> Request:")]
    public void What_ends_with_a_colon_leads_to_what_follows(string lead)
    {
        foreach (var paragraphs in (int[])[25, 34]) AssertTogether(paragraphs, lead, Sample(30));
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Headings_and_words_that_end_with_a_colon_stand_on_the_page_of_what_they_lead_to(string block)
    {
        foreach (var paragraphs in (int[])[30, 31, 32, 33, 34, 35]) AssertTogether(paragraphs, "## Chapter\n\n### Part\n\nRequest:", block);
    }

    [Fact]
    public void A_sample_is_whole_below_its_words_and_of_a_long_one_the_first_lines_stand_there()
    {
        using var whole = Open(MarkdownText.Parse($"# Title\n\n{Filler(25)}\n\nRequest:\n\n{Sample(40)}"), new("Title", ""));
        using var cut = Open(MarkdownText.Parse($"# Title\n\n{Filler(25)}\n\nRequest:\n\n{Sample(100)}"), new("Title", ""));

        Assert.DoesNotContain("Request", whole.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Matches("^Request:.*first 1.*first 40", whole.GetPage(2).Text);
        Assert.Matches("Request:.*first 1.*first 3", cut.GetPage(1).Text);
    }

    [Theory]
    [InlineData(60, 70)]
    [InlineData(200, 2)]
    public void Words_that_fill_a_page_with_their_sample_go_on(int leads, int lines)
    {
        var words = string.Join("\n\n", Enumerable.Repeat("Request:", leads));
        using var pdf = Open(MarkdownText.Parse($"# Title\n\n{words}\n\n{Sample(lines)}"), new("Title", ""));

        Assert.InRange(pdf.NumberOfPages, 2, 8);
        Assert.All(pdf.GetPages(), page => Assert.NotEmpty(PdfReading.LastLineOf(page).Text));
        Assert.Contains($"first {lines}", pdf.GetPage(pdf.NumberOfPages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_says_its_title_and_its_language()
    {
        var bytes = PdfOfMarkdown.Write(MarkdownText.Parse("# Été"), new("Guide d’été", "", "fr"));

        using var pdf = PdfDocument.Open(bytes);
        Assert.Equal("Guide d’été", pdf.Information.Title);
        var raw = Encoding.Latin1.GetString(bytes);
        Assert.Contains("/Lang (fr)", raw, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", raw, StringComparison.Ordinal);
    }

    private static void AssertTogether(int paragraphs, string lead, string block)
    {
        using var pdf = Open(MarkdownText.Parse($"# Title\n\n{Filler(paragraphs)}\n\n{lead}\n\n{block}"), new("Title", ""));

        // No font has the Chinese words and their colon: they stand there as question marks.
        Assert.All(pdf.GetPages().Select(PdfReading.LastLineOf),
            line => Assert.False(line is { IsHeading: true } or { LeadsOn: true } or { Text: "???" }, $"{paragraphs}: {line.Text}"));
        Assert.InRange(pdf.NumberOfPages, 1, 4);
    }

    private static string Filler(int paragraphs) => string.Join("\n\n", Enumerable.Repeat("Words of a paragraph.", paragraphs));

    private static string Sample(int lines) =>
        $"```xml\n{string.Join('\n', Enumerable.Range(1, lines).Select(number => $"first {number}"))}\n```";

    private static PdfDocument Open(MarkdownText text, PdfWords words) => PdfDocument.Open(PdfOfMarkdown.Write(text, words));

    private static IEnumerable<Annotation> LinksOf(UglyToad.PdfPig.Content.Page page) =>
        page.GetAnnotations().Where(annotation => annotation.Type == AnnotationType.Link);
}
