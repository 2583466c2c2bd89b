using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Common;

public class EmailAddressTests
{
    [Theory]
    [InlineData(" Name@Example.ORG ", "name@example.org")]
    [InlineData("chef@protection-végétaux.example", "chef@xn--protection-vgtaux-mtbb.example")]
    [InlineData("a.b+c@sub.gov.xx", "a.b+c@sub.gov.xx")]
    public void An_address_has_one_normal_form(string typed, string normal) => Assert.Equal(normal, EmailAddress.TryParse(typed)?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("a@@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@example.org\r\nBcc: x@example.org")]
    [InlineData("a\r\nBcc: x@example.org")]
    [InlineData("<a@example.org>")]
    [InlineData("a@-example.org")]
    [InlineData(".a@example.org")]
    [InlineData("a@127.0.0.1")]
    public void What_no_mail_server_would_take_is_no_address(string? typed) => Assert.Null(EmailAddress.TryParse(typed));

    [Theory]
    [InlineData("minister@agriculture.gov.xx", "m•••@•••.gov.xx")]
    [InlineData("contact-point.ci@example.org", "c•••@•••.org")]
    public void A_masked_address_shows_no_more_than_where_it_leads(string address, string masked) =>
        Assert.Equal(masked, EmailAddress.TryParse(address)?.Masked());

    [Fact]
    public void Free_mail_is_recognised() =>
        Assert.Equal([true, false], new[] { "x@gmail.com", "x@agriculture.gov.xx" }.Select(a => EmailAddress.TryParse(a)!.IsFreeMail));
}
