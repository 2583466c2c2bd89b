using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.DomainModel.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public sealed class RegisterRulesTests
{
    private readonly RegisterRules _rules = new(new CountryCatalogue(), Options.Create(new LanguageOptions()));

    [Fact]
    public void A_complete_form_leads_to_the_review() => Assert.Equal(RegisterStep.Review, _rules.FirstIncomplete(Answers.Form()));

    [Theory]
    [InlineData(RegisterField.Informed, RegisterStep.Readiness)]
    [InlineData(RegisterField.Country, RegisterStep.Organization)]
    [InlineData(RegisterField.OrganizationName, RegisterStep.Organization)]
    [InlineData(RegisterField.NameInEnglish, RegisterStep.Organization)]
    [InlineData(RegisterField.Address, RegisterStep.Organization)]
    [InlineData(RegisterField.System, RegisterStep.Organization)]
    [InlineData(RegisterField.FamilyName, RegisterStep.Representative)]
    [InlineData(RegisterField.JobTitle, RegisterStep.Representative)]
    [InlineData(RegisterField.Email, RegisterStep.Representative)]
    [InlineData(RegisterField.Phone, RegisterStep.Representative)]
    [InlineData(RegisterField.PreferredLanguage, RegisterStep.Representative)]
    public void A_missing_answer_holds_the_reader_at_its_step(RegisterField field, RegisterStep step)
    {
        var form = Answers.Form((field, " "));

        Assert.Equal(step, _rules.FirstIncomplete(form));
        Assert.Equal($"{field}Missing", _rules.Check(form, field)?.Sentence);
    }

    [Theory]
    [MemberData(nameof(ForeignUriTests.Unreadable), MemberType = typeof(ForeignUriTests))]
    public void What_is_no_address_is_no_website(string text) => Assert.False(RegisterRules.IsWebsite(text));

    [Theory]
    [InlineData(RegisterField.Website)]
    [InlineData(RegisterField.Title)]
    [InlineData(RegisterField.GivenName)]
    public void Some_answers_may_stay_empty(RegisterField field) => Assert.Null(Fault(field, ""));

    [Theory]
    [InlineData("https://www.example.org")]
    [InlineData("http://example.org/plants?lang=fr")]
    [InlineData("www.example.org")]
    [InlineData("example.org:8443/ephyto")]
    [InlineData("https://министерство.рф")]
    public void A_website_may_be_written_as_people_write_it(string text) => Assert.Null(Fault(RegisterField.Website, text));

    [Theory]
    [InlineData("dpv gouv ci")]
    [InlineData("https://dpv gouv ci")]
    [InlineData("dpv.gouv.ci/plant health")]
    public void An_address_with_spaces_is_told_just_that(string text) => Assert.Equal("WebsiteSpaces", Fault(RegisterField.Website, text));

    [Theory]
    [InlineData("https://user:secret@example.org")]
    [InlineData("user:pw@www.example.org")]
    [InlineData("awa@example.org")]
    public void An_address_with_a_user_or_a_password_is_told_just_that(string text) =>
        Assert.Equal("WebsiteUser", Fault(RegisterField.Website, text));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data://text/html,<script>")]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://localhost")]
    [InlineData("none")]
    [InlineData("https://")]
    public void Anything_else_is_no_website(string text) => Assert.Equal("WebsiteWrong", Fault(RegisterField.Website, text));

    [Theory]
    [InlineData("+225 27 20 21 22 23")]
    [InlineData("00225 27 20 21 22 23")]
    [InlineData("+44 (0)20 7946-0000")]
    [InlineData("+1/202.555.0100 ext. 12")]
    [InlineData("+33 1 00 00 00 00 poste 7")]
    [InlineData("+٢٢٥ ٢٧٢٠٢١٢٢")]
    [InlineData("＋225 2720212223")]
    public void A_phone_number_may_be_written_in_many_ways(string text) => Assert.Null(Fault(RegisterField.Phone, text));

    [Theory]
    [InlineData("27 20 21 22 23")]
    [InlineData("+225")]
    [InlineData("+225 27 20 21 22 23 24 25 26 27")]
    [InlineData("+call me")]
    [InlineData("+225 <script>")]
    public void A_number_without_its_country_is_asked_for_again(string text) =>
        Assert.Equal("PhoneWrong", Fault(RegisterField.Phone, text));

    [Theory]
    [InlineData("awa@example.org", null)]
    [InlineData("  Awa.KONE@Example.ORG ", null)]
    [InlineData("awa@gmail.com", null)]
    [InlineData("awa@министерство.рф", null)]
    [InlineData("awa@", "EmailWrong")]
    [InlineData("awa kone@example.org", "EmailWrong")]
    [InlineData("awa@example.org, other@example.org", "EmailWrong")]
    public void An_email_address_must_be_one_whole_address(string text, string? fault) =>
        Assert.Equal(fault, Fault(RegisterField.Email, text));

    [Theory]
    [InlineData(RegisterField.OrganizationName, 200)]
    [InlineData(RegisterField.Address, 500)]
    [InlineData(RegisterField.FamilyName, 100)]
    [InlineData(RegisterField.JobTitle, 150)]
    public void An_answer_has_a_greatest_length(RegisterField field, int most)
    {
        Assert.Null(Fault(field, new string('é', most)));
        Assert.Equal(new FieldFault("TooLong", most), _rules.Check(Answers.Form((field, new string('é', most + 1))), field));
    }

    [Theory]
    [InlineData(RegisterField.Country, "Atlantis", "CountryWrong")]
    [InlineData(RegisterField.Country, "XX", "CountryWrong")]
    [InlineData(RegisterField.System, "7", "SystemWrong")]
    [InlineData(RegisterField.System, "Telepathy", "SystemWrong")]
    [InlineData(RegisterField.PreferredLanguage, "ru", "PreferredLanguageWrong")]
    [InlineData(RegisterField.Informed, "maybe", "InformedWrong")]
    [InlineData(RegisterField.FamilyName, "…", "FamilyNameWrong")]
    public void An_answer_that_is_none_of_the_choices_is_refused(RegisterField field, string text, string fault) =>
        Assert.Equal(fault, Fault(field, text));

    private string? Fault(RegisterField field, string text) => _rules.Check(Answers.Form((field, text)), field)?.Sentence;
}
