using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

/// <summary>No name that somebody typed is a link for a program that shows e-mails.</summary>
public sealed class UnlinkedNamesTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Theory]
    [InlineData("Secure-Login.Ru", "Secure-Login.\u2060Ru")]
    [InlineData("Open Portal.Dental now", "Open Portal.\u2060Dental now")]
    [InlineData("Ab.Cd.Ef", "Ab.\u2060Cd.\u2060Ef")]
    [InlineData("Min. of Agriculture, U.S.A., M.Sc", "Min. of Agriculture, U.S.A., M.Sc")]
    [InlineData("https://hub.example.org/Files.Of/One.Xml and Evil.Ru", "https://hub.example.org/Files.Of/One.Xml and Evil.\u2060Ru")]
    [InlineData("who.is@example.org.", "who.is@example.org.")]
    [InlineData("Awa.Diallo@Example.Org", "Awa.Diallo@Example.Org")]
    [InlineData("𠮷𠮷.Ru", "𠮷𠮷.\u2060Ru")]
    public void A_full_stop_within_a_name_gets_a_word_joiner(string text, string written) => Assert.Equal(written, UnlinkedNames.In(text));

    [Fact]
    public async Task Both_bodies_of_an_email_have_it_wherever_a_name_stands()
    {
        var email = await Host.Get<EmailRenderer>().RenderAsync(new EmailContent(
            "Subject", [new Paragraph("Of Evil.Ru"), new Facts([new Fact("Name", "Evil.Ru")]), new Quote("Evil.Ru")]));

        foreach (var body in new[] { email.Text, email.Html.Replace("&#x2060;", "\u2060", StringComparison.Ordinal) })
        {
            Assert.DoesNotContain("Evil.Ru", body, StringComparison.Ordinal);
            Assert.Equal(4, body.Split("Evil.\u2060Ru").Length);
        }
    }
}
