using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.DigitalCertificates;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Sandbox;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Features.IntegrationDocuments;

/// <summary>What the shipped documents say of the Hub's service is what its WSDL says: samples, parameters, fields, actions.</summary>
public sealed partial class ShippedContractTests
{
    private const string Description = "hub-api";

    public static TheoryData<string> Names => [.. ShippedLibrary.Texts.Select(file => file.Name)];

    public static TheoryData<string> Descriptions => [.. Names.Select(name => name.Data).Where(IsDescription)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sample_fits_the_WSDL(string name)
    {
        var samples = Blocks(MarkdownText.Parse(ShippedLibrary.Read(name)).Document).ToList();

        Assert.NotEmpty(samples);
        Assert.All(samples, sample => Assert.True(Findings(sample) is [], $"{name}: {string.Join(' ', Findings(sample))}\n{sample}"));
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Each_operation_has_a_request_an_answer_its_parameters_and_its_action(string name) =>
        Assert.All(HubTypes.Contract.Operations.Values, operation =>
        {
            var chapter = Chapter(name, operation.Name);
            Assert.Equal([operation.Request, operation.Answer], Blocks(chapter).Select(sample => BodyOf(sample).Name));
            Assert.Equal(HubTypes.ParametersOf(operation), Rows(chapter));
            Assert.Contains(chapter.OfType<ListBlock>().SelectMany(list => list.Descendants<LeafBlock>()),
                line => MarkdownText.TextOf(line.Inline!).EndsWith(operation.SoapAction, StringComparison.Ordinal));
        });

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Each_entity_has_a_chapter_with_its_fields_in_their_order(string name)
    {
        Assert.Equal(23, HubTypes.Entities.Count(entity => !entity.StartsWith("ArrayOf", StringComparison.Ordinal)));
        Assert.All(HubTypes.Entities.Append("HubWebException"),
            entity => Assert.Equal(HubTypes.FieldsOf(entity), Rows(Chapter(name, entity))));
    }

    [Theory]
    [InlineData("integration-guide")]
    [InlineData(Description)]
    public void Both_languages_show_the_same_samples(string name)
    {
        Assert.Equal(Shapes("en"), Shapes("fr"));

        IEnumerable<string> Shapes(string language) => Blocks(MarkdownText.Parse(ShippedLibrary.Read($"{name}.{language}")).Document)
            .Select(sample => string.Join(' ', sample.Descendants().Select(element => element.Name.LocalName)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_points_of_going_live_are_those_of_the_console_in_its_order(string name)
    {
        using var reader = CultureScope.Enter(name.Split('.')[^1]);
        var terms = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider()
            .GetRequiredService<IStringLocalizer<TermText>>();
        var text = string.Join('\n', MarkdownText.Parse(ShippedLibrary.Read(name)).Document.Descendants<LeafBlock>()
            .Where(block => block.Inline is not null).Select(block => MarkdownText.TextOf(block.Inline)));

        // Only the guide is also for those who call no operation.
        var steps = IsDescription(name) ? IntegrationSteps.Of(ExchangeSystem.NationalSystem) : IntegrationSteps.All;
        var places = steps.Select(step => text.IndexOf(terms[$"IntegrationStep_{step}"], StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Keys_and_certificates_are_as_large_and_as_long_in_the_guide_as_on_the_page(string language)
    {
        var commands = new CertificateCommands("CI", "A", CertificateUsage.ClientAuthentication);
        var guide = System.Text.Encoding.UTF8.GetString(ShippedLibrary.Read($"integration-guide.{language}"));

        Assert.Equal(Measures($"{commands.ShellSelfSigned} {commands.KeyStoreSelfSigned} {commands.PowerShellSelfSigned}"),
            Measures(guide));

        static IEnumerable<string> Measures(string lines) => Measure().Matches(lines).Select(match => match.Value).Distinct().Order();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_of_keys_and_certificates_are_called_as_the_page_calls_them(string name)
    {
        var commands = new CertificateCommands("CI", "A", CertificateUsage.ClientAuthentication);
        var made = Files($"{commands.ShellSelfSigned} {commands.KeyStoreSelfSigned} {commands.PowerShellSelfSigned}");
        var used = Files(System.Text.Encoding.UTF8.GetString(ShippedLibrary.Read(name)));

        // The binary form is made of what the page makes.
        Assert.Empty(used.Except(made).Except(["ephyto-ci-client.der"]));
        Assert.Superset(IsDescription(name) ? ["ephyto-ci-client.key", "ephyto-ci-client.pem"] : made, used);

        static HashSet<string> Files(string lines) => [.. FileOfKey().Matches(lines).Select(match => match.Value)];
    }

    [Theory]
    [InlineData("integration-guide.en", "## Receiving by push", "signed by itself is refused")]
    [InlineData("integration-guide.fr", "## Recevoir par envoi du Hub (push)", "signé par lui-même est refusé")]
    public void The_guide_says_which_certificate_a_receiver_needs_for_push(string name, string chapter, string words) =>
        Assert.Contains(words, System.Text.Encoding.UTF8.GetString(ShippedLibrary.Read(name)).Split(chapter)[1].Split("\n## ")[0],
            StringComparison.Ordinal);

    [Theory]
    [InlineData("integration-guide.en")]
    [InlineData("integration-guide.fr")]
    public void The_guide_names_every_partner_of_the_sandbox_and_no_other(string name) =>
        Assert.Equal(SandboxPartner.All.Select(partner => $"| `{partner.Code}` |"),
            System.Text.Encoding.UTF8.GetString(ShippedLibrary.Read(name)).Split('\n')
                .Where(line => line.StartsWith("| `X", StringComparison.Ordinal)).Select(line => line[..8]));

    [Fact]
    public void A_sample_that_does_not_fit_is_found()
    {
        Assert.NotEmpty(Findings(Sample("<e:GetStatementsResponse><e:GetStatementsResult/></e:GetStatementsResponse>")));
        Assert.NotEmpty(Findings(Sample("<s:Fault><detail><e:HubWebException><e:reason/></e:HubWebException></detail></s:Fault>")));
        Assert.Empty(Findings(Sample("<e:GetProfile/>")));

        static XElement Sample(string body) => XElement.Parse(
            $"<s:Envelope xmlns:s='{HubNames.Soap}' xmlns:e='{HubNames.Service}'><s:Body>{body}</s:Body></s:Envelope>");
    }

    private static bool IsDescription(string name) => name.StartsWith(Description, StringComparison.Ordinal);

    private static XElement BodyOf(XElement envelope) => envelope.Element(HubNames.Soap + "Body")!.Elements().Single();

    private static IReadOnlyList<string> Findings(XElement envelope)
    {
        var body = BodyOf(envelope);
        return HubTypes.Contract.Validate(body.Name == HubNames.Soap + "Fault" ? body.Element("detail")!.Elements().Single() : body);
    }

    /// <summary>What stands below a heading, up to the next of its rank.</summary>
    private static List<Block> Chapter(string name, string heading) =>
    [
        .. MarkdownText.Parse(ShippedLibrary.Read(name)).Document
            .SkipWhile(block => block is not HeadingBlock found || MarkdownText.TextOf(found.Inline) != heading)
            .Skip(1).TakeWhile(block => block is not HeadingBlock { Level: <= 3 }),
    ];

    private static IEnumerable<XElement> Blocks(IEnumerable<Block> chapter) =>
        chapter.OfType<FencedCodeBlock>().Where(block => block.Info == "xml").Select(block => XElement.Parse(block.Lines.ToString()));

    /// <summary>The first table of a chapter with its rows as fields; none where it has no table.</summary>
    private static IEnumerable<HubTypes.Field> Rows(IEnumerable<Block> chapter) =>
        from row in chapter.OfType<Table>().Take(1).SelectMany(table => table.OfType<TableRow>()).Where(row => !row.IsHeader)
        let cells = row.OfType<TableCell>()
            .Select(cell => string.Concat(cell.Descendants<LeafBlock>().Select(block => MarkdownText.TextOf(block.Inline!)))).ToList()
        select new HubTypes.Field(cells[0], cells[1].Split(':')[^1], cells[2] is "yes" or "oui");

    [GeneratedRegex("ephyto-[a-z0-9-]+\\.[a-z0-9]{3}\\b")]
    private static partial Regex FileOfKey();

    [GeneratedRegex(@"rsa:\d+|-days \d+|-keysize \d+|-validity \d+|-KeyLength \d+|AddYears\(\d+\)|-KeyExportPolicy \w+|-keyalg \w+")]
    private static partial Regex Measure();
}
