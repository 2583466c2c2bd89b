using Bunit;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public sealed class OrganizationStepTests : RegisterPageContext
{
    [Fact]
    public async Task Each_missing_answer_has_its_sentence_and_the_first_has_the_keyboard()
    {
        await KeepAsync(
            (RegisterField.Country, ""), (RegisterField.OrganizationName, ""), (RegisterField.NameInEnglish, ""),
            (RegisterField.Address, ""),
            (RegisterField.System, ""));
        var page = Open(RegisterStep.Organization);

        await page.Find(".button-primary").ClickAsync();

        Assert.Equal(
            [
                "Choose the country from the list. If it is not there, write to ippc@fao.org.", "Enter the name of the organization.",
                "Enter the name in English.",
                "Enter the postal address of the organization.", "Choose one of the systems.",
            ],
            page.FindAll(".field-error").Select(error => error.TextContent.Trim()));
        Assert.Equal(["Country"], Focused);
        Assert.Equal("5 answers need your attention.", page.Find("[role=status].visually-hidden").TextContent);
    }

    [Fact]
    public async Task A_field_that_is_left_is_brought_into_form_and_checked_alone()
    {
        await KeepAsync((RegisterField.Website, ""), (RegisterField.Address, ""));
        var page = Open(RegisterStep.Organization);

        await page.Find("#Website").InputAsync("www.example.org");
        await page.Find("#Website").BlurAsync();
        Assert.Equal("https://www.example.org", page.Find("#Website").GetAttribute("value"));
        Assert.Empty(page.FindAll(".field-error"));

        await page.Find("#Website").InputAsync("javascript:alert(1)");
        await page.Find("#Website").BlurAsync();
        Assert.Equal(["Website-error"], page.FindAll(".field-error").Select(error => error.Id));

        await page.Find("#Website").InputAsync("https://example.org");
        Assert.Empty(page.FindAll(".field-error"));
    }

    [Fact]
    public async Task The_address_says_how_long_it_may_be_and_comes_back_whole_from_the_draft()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Organization);
        Assert.Equal("At most 500 characters.", page.Find("#Address-limit").TextContent);
        Assert.Contains("Address-limit", page.Find("#Address").GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("500", page.Find("#Address").GetAttribute("data-longest"));

        await page.Find("#Address").InputAsync(new string('x', 1_300));
        await page.Find("#Address").BlurAsync();
        await UntilAsync(() => page.Markup.Contains("Your answers are saved", StringComparison.Ordinal), "the draft");

        Assert.Equal("Use 500 characters at most.", page.Find("#Address-error").TextContent);
        Assert.Equal(1_300, Open(RegisterStep.Organization).Find("#Address").GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task Too_long_an_answer_says_how_long_it_may_be()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Organization);

        await page.Find("#OrganizationName").InputAsync(new string('x', 201));
        await page.Find("#OrganizationName").BlurAsync();

        Assert.Equal("Use 200 characters at most.", page.Find("#OrganizationName-error").TextContent);
    }

    [Fact]
    public async Task The_country_says_at_once_who_will_be_asked_and_never_the_whole_address()
    {
        await Host.AddAsync(ContactPoint.Enter(
            "GH", new ContactPointDetails(ContactPointKind.OfficialContactPoint, "Dr", "Kofi", "Mensah", "", "", "", "",
                "kofi.mensah@plants.gov.example", "en"),
            Actor.System, Now));
        await KeepAsync((RegisterField.Country, ""));
        var page = Open(RegisterStep.Organization);
        Assert.Empty(page.FindAll(".register-prospect .notice"));

        await ChooseAsync(page, "GH");

        Assert.Equal("Who will be asked to confirm for Ghana", page.Find(".register-prospect .notice-title").TextContent);
        Assert.StartsWith("The official IPPC contact point, at k•••@•••.gov.example",
            page.Find(".register-prospect .notice-title + p").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("kofi", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Mensah", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_on_file_the_Secretariat_handles_it()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Organization);

        Assert.Contains("No contact point on file for Côte d’Ivoire", page.Find(".register-prospect").TextContent,
            StringComparison.Ordinal);
        Assert.NotNull(page.Find(".button-primary"));
    }

    [Fact]
    public async Task Where_there_is_an_administrator_joining_is_offered_and_registering_is_not()
    {
        await Host.AddAsync(Answers.Nppo("GH", activated: true, Now));
        await KeepAsync();
        var page = Open(RegisterStep.Organization);

        await ChooseAsync(page, "GH");

        Assert.Equal("Ask to join", page.Find("a[href='join/GH']").TextContent);
        Assert.DoesNotContain(page.FindAll("button.button-primary"),
            button => button.TextContent.Contains("Continue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registration_somebody_else_sends_meanwhile_is_seen_at_once()
    {
        await KeepAsync();
        var page = Open(RegisterStep.Organization);

        await Host.AddAsync(Answers.Verified("CI", Now));

        await UntilAsync(
            () => page.Find(".register-prospect").TextContent
                .Contains("A registration is already open for Côte d’Ivoire", StringComparison.Ordinal),
            "the page to say that a registration is open");
    }
}
