using System.Globalization;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Features.Letters.Pdf;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using UglyToad.PdfPig;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>What stands on the paper, in both languages and for names in any script.</summary>
public sealed partial class LetterPdfTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly DateTime Day = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly LetterIdentity Identity = new(new(2026, 7), "0123456789ABCDEFGHJKMNPQRSTVWXYZ", Day);
    private static readonly LetterFacts Facts = new("CI", "Direction de la protection des végétaux", "Directorate of Plant Protection",
        NppoStatus.Live, Day.AddDays(-1), Day.AddDays(-40));

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Letters:SignatoryName"] = "A. N. Officer",
        ["Letters:SignatoryTitle"] = "Secretary",
        ["Letters:SignatoryTitleFrench"] = "Secrétaire",
        ["Letters:Place"] = "Rome",
        ["Hub:PublicAddress"] = "https://console.example.org",
    };

    [Fact]
    public void A_letter_says_who_what_when_and_where_it_is_verified()
    {
        var text = TextOf(new(Facts, Languages.English, "Ministry of Trade, Lima", Identity, Day));

        foreach (var words in new[]
        {
            "International Plant Protection Convention", "No. EPH-2026-0007", "Rome, 2 March 2026", "To: Ministry of Trade, Lima",
            "Côte d’Ivoire",
            "Direction de la protection des végétaux", "Directorate of Plant Protection", "21 January 2026", "Live, since 1 March 2026",
            "exchanges ePhytos through the Hub",
            "For the Secretariat", "A. N. Officer", "Secretary", "https://console.example.org/letters/verify",
            "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ", "1 / 1",
        })
            Assert.Contains(Spaces().Replace(words, ""), text, StringComparison.Ordinal);
        Assert.DoesNotContain("Preview", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_in_French_is_French_for_whoever_issues_it()
    {
        using var officer = CultureScope.Enter("en");
        var text = TextOf(new(Facts with { State = NppoStatus.Testing }, Languages.French, null, Identity, Day));

        foreach (var words in new[] { "Convention internationale pour la protection des végétaux", "Rome, le 2 mars 2026", "À qui de droit",
            "Attestation de participation", "Secrétaire", "depuis le 1er mars 2026" })
            Assert.Contains(Spaces().Replace(words, ""), text, StringComparison.Ordinal);
        Assert.Equal("en", CultureInfo.CurrentUICulture.Name);
    }

    [Theory]
    [InlineData("وزارة الزراعة", "Ministry of Agriculture", "MinistryofAgriculture")]
    [InlineData("植物保护局", "", "NationalPlantProtectionOrganization,Côted’Ivoire")]
    [InlineData("Служба защиты растений", "Plant Protection Service", "Службазащитырастений")]
    public void A_name_in_a_script_the_font_lacks_stands_in_English_or_as_the_countrys_organization(string name,
        string english, string written)
    {
        var text = TextOf(new(Facts with { Organization = name, OrganizationInEnglish = english }, Languages.English, null, Identity, Day));

        Assert.Contains(written, text, StringComparison.Ordinal);
        Assert.DoesNotContain("?", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_has_neither_a_number_nor_a_code_and_says_so()
    {
        var text = TextOf(new(Facts, Languages.English, null, null, Day));

        Assert.Contains("Preview:thisletterhasnotbeenissued", text, StringComparison.Ordinal);
        Assert.DoesNotContain("EPH-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/letters/verify", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_console_of_the_test_environment_says_on_the_paper_that_it_is_one() =>
        Assert.Contains("Issuedinthetestenvironment", TextOf(new(Facts, Languages.English, null, Identity, Day)), StringComparison.Ordinal);

    [Fact]
    public void The_longest_names_stay_on_the_paper()
    {
        var facts = Facts with { Organization = string.Concat(Enumerable.Repeat("Organisation nationale ", 13)),
            OrganizationInEnglish = new string('W', 300) };
        using var pdf = PdfDocument.Open(Host.Get<LetterPdf>()
            .Write(new(facts, Languages.French, new string('M', ParticipationLetter.MaximumAddressee), Identity, Day)));

        Assert.All(pdf.GetPages(), page => Assert.All(page.Letters, letter =>
        {
            Assert.InRange(letter.BoundingBox.Right, 0, 545);
            Assert.InRange(letter.BoundingBox.Bottom, 30, 842);
        }));
        Assert.Contains("WXYZ", pdf.GetPage(pdf.NumberOfPages).Text, StringComparison.Ordinal);
    }

    private string TextOf(LetterDraft draft)
    {
        using var pdf = PdfDocument.Open(Host.Get<LetterPdf>().Write(draft));
        Assert.Equal(1, pdf.NumberOfPages);
        return Spaces().Replace(string.Concat(pdf.GetPages().Select(page => page.Text)), "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
