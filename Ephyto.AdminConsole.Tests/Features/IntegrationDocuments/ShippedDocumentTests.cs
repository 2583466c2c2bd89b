using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Tests.Support;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using UglyToad.PdfPig;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>
/// What the console ships is whole: its links lead somewhere, its samples are well-formed and name only what the Hub has.
/// </summary>
public sealed partial class ShippedDocumentTests
{
    private static readonly string[] Pages = ["/nppo/integration", "/nppo/documents", "/nppo/certificates", "/nppo/connection",
        "/nppo/members", "/nppo", "/guide", "/participation", "/register"];
    private static readonly JsonElement Service = JsonDocument.Parse(
        File.ReadAllText(
            Repository.Path("Ephyto.AdminConsole", "Features", "IntegrationDocuments", "Library", "hub-service.json"))).RootElement;

    public static TheoryData<string> Names => [.. ShippedLibrary.Files.Select(file => file.Name)];

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
    public void Every_sample_is_well_formed_and_names_only_operations_and_fields_that_there_are(string name)
    {
        var (service, entities) = (Service.GetProperty("serviceNamespace").GetString()!,
            Service.GetProperty("entitiesNamespace").GetString()!);
        var known = KnownNames();
        var samples = Blocks(name, "xml").Select(XDocument.Parse).ToList();

        Assert.NotEmpty(samples);
        foreach (var element in samples.SelectMany(sample => sample.Descendants())
            .Where(e => e.Name.NamespaceName == service || e.Name.NamespaceName == entities))
            Assert.True(known.Contains(element.Name.LocalName), $"{name} names {element.Name.LocalName}, which the Hub does not have.");
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
    [InlineData("hub-api.en")]
    [InlineData("hub-api.fr")]
    public void The_description_has_a_chapter_for_each_of_the_27_operations_and_for_each_entity(string name)
    {
        var headings = Read(name).Headings.Select(heading => heading.Text).ToHashSet();
        var operations = NamesIn("operations").ToList();

        Assert.Equal(27, operations.Count);
        Assert.Empty(operations.Concat(NamesIn("entities")).Except(headings));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void As_PDF_nothing_is_lost_and_nothing_runs_over_the_edge(string name)
    {
        var text = Read(name);

        using var pdf = PdfDocument.Open(PdfOfMarkdown.Write(text, name, name));

        var letters = Spaces().Replace(string.Concat(pdf.GetPages().Select(page => page.Text)), "");
        Assert.All(text.Headings, heading => Assert.Contains(Spaces().Replace(heading.Text, ""), letters, StringComparison.Ordinal));
        Assert.All(pdf.GetPages(),
            page => Assert.True(page.Letters.Max(letter => letter.BoundingBox.Right) < 560, $"{name}, page {page.Number}"));
    }

    private static MarkdownText Read(string name) => MarkdownText.Parse(ShippedLibrary.Read(name));

    private static IEnumerable<string> Blocks(string name, string info) =>
        Read(name).Document.Descendants<FencedCodeBlock>().Where(block => block.Info == info).Select(block => block.Lines.ToString());

    private static IEnumerable<string> NamesIn(string list) =>
        Service.GetProperty(list).EnumerateArray().Select(item => item.GetProperty("name").GetString()!);

    private static HashSet<string> KnownNames() =>
    [
        .. NamesIn("operations").SelectMany(operation => (string[])[operation, $"{operation}Response", $"{operation}Result"]),
        .. Service.GetProperty("operations").EnumerateArray().SelectMany(operation => operation.GetProperty("input").EnumerateArray())
            .Select(input => input.GetProperty("name").GetString()!),
        .. NamesIn("entities"),
        .. Service.GetProperty("entities").EnumerateArray().SelectMany(entity => entity.GetProperty("fields").EnumerateArray())
            .Select(field => field.GetProperty("name").GetString()!),
        .. Service.GetProperty("faults").EnumerateArray()
            .SelectMany(fault => fault.ValueKind == JsonValueKind.Object
                ? fault.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!)
                .Append(fault.GetProperty("name").GetString()!) : [fault.GetString()!]),
    ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
