using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Common;

public class EmailAddressTests
{
    [Theory]
    [InlineData(" Name@Example.ORG ", "name@example.org")]
    [InlineData("chef@protection-végétaux.example", "chef@xn--protection-vgtaux-mtbb.example")]
    [InlineData("a.b+c@sub.gov.xx", "a.b+c@sub.gov.xx")]
    [InlineData("\uFEFFaw\u200Ba\u00AD@exam\u2060ple.org\u200E", "awa@example.org")]
    [InlineData("ａｗａ＠ｅｘａｍｐｌｅ．ｏｒｇ", "awa@example.org")]
    [InlineData("kone\u0301@example.org", "koné@example.org")]
    [InlineData("KONÉ@example.org", "koné@example.org")]
    [InlineData("o'brien@example.org.", "o'brien@example.org")]
    [InlineData("𠮷@例え.jp", "𠮷@xn--r8jz45g.jp")]
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
    [InlineData("o’brien@example.org")]
    [InlineData("oʼbrien@example.org")]
    [InlineData("\u3164@example.org")]
    [InlineData("a\0b@example.org")]
    [InlineData("a\ud842@example.org")]
    [InlineData("a“b”@example.org")]
    [InlineData("a😀@example.org")]
    public void What_no_mail_server_would_take_is_no_address(string? typed) => Assert.Null(EmailAddress.TryParse(typed));

    [Theory]
    [InlineData(64, 63, true)]
    [InlineData(65, 63, false)]
    [InlineData(64, 64, false)]
    public void Its_parts_have_at_most_the_length_that_mail_servers_take(int local, int label, bool fits) =>
        Assert.Equal(fits, EmailAddress.TryParse($"{new string('a', local)}@{new string('b', label)}.org") is not null);

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void It_has_at_most_254_characters(int length, bool fits)
    {
        var beginning = $"a@{string.Join('.', "bcd".Select(letter => new string(letter, 61)))}.";
        var address = $"{beginning}{new string('e', length - beginning.Length - 4)}.org";

        Assert.Equal(length, address.Length);
        Assert.Equal(fits, EmailAddress.TryParse(address) is not null);
    }

    [Fact]
    public void It_may_be_typed_with_much_that_cannot_be_seen_but_not_without_end()
    {
        const string Address = "awa@example.org";
        var unseen = new string('\u200B', (4 * EmailAddress.MaximumLength) - Address.Length);

        Assert.Equal(Address, EmailAddress.TryParse(unseen + Address)?.Value);
        Assert.Null(EmailAddress.TryParse(unseen + "\u200B" + Address));
    }

    [Theory]
    [InlineData("@example.org")]
    [InlineData("a@")]
    [InlineData("a.@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("a@example-.org")]
    [InlineData("a@example..org")]
    [InlineData("a@org")]
    [InlineData("a@example.123")]
    [InlineData("a\"b@example.org")]
    [InlineData("a,b@example.org")]
    public void Nor_would_one_take_these(string typed) => Assert.Null(EmailAddress.TryParse(typed));

    [Theory]
    [InlineData("\u2018"), InlineData("\u2019"), InlineData("\u201B"), InlineData("\u2032"), InlineData("\u00B4"), InlineData("\u02BC")]
    public void Every_curly_apostrophe_is_one(string apostrophe) =>
        Assert.Equal(EmailAddressErrors.CurlyApostrophe, EmailAddress.WhyNot($"o{apostrophe}brien@example.org"));

    [Fact]
    public void A_mixed_address_is_told_unless_it_was_told_already()
    {
        const string Mixed = "аwa@example.org";

        Assert.Equal(Mixed, EmailAddress.MixedUntold(Mixed, null)?.Value);
        Assert.Null(EmailAddress.MixedUntold(Mixed, Mixed));
        Assert.Null(EmailAddress.MixedUntold("awa@example.org", null));
        Assert.Null(EmailAddress.MixedUntold("nobody", null));
    }

    [Theory]
    [InlineData("a@example.org", "a•••@•••.org")]
    [InlineData("a@x.y.gov.xx", "a•••@•••.gov.xx")]
    public void The_last_two_names_of_a_long_domain_are_shown(string address, string masked) =>
        Assert.Equal(masked, EmailAddress.TryParse(address)!.Masked());

    [Theory]
    [InlineData("minister@agriculture.gov.xx", "m•••@•••.gov.xx")]
    [InlineData("contact-point.ci@example.org", "c•••@•••.org")]
    public void A_masked_address_shows_no_more_than_where_it_leads(string address, string masked) =>
        Assert.Equal(masked, EmailAddress.TryParse(address)?.Masked());

    [Fact]
    public void Free_email_is_recognised() =>
        Assert.Equal([true, false], new[] { "x@gmail.com", "x@agriculture.gov.xx" }.Select(a => EmailAddress.TryParse(a)!.IsFreeMail));

    [Fact]
    public void A_curly_apostrophe_is_told_by_name()
    {
        Assert.Equal(EmailAddressErrors.CurlyApostrophe, EmailAddress.WhyNot("o’brien@example.org"));
        Assert.All([null, "", "nobody", "o'brien@example.org"], typed => Assert.Null(EmailAddress.WhyNot(typed)));
    }

    [Theory]
    [InlineData("аwa@example.org", true)]
    [InlineData("awa@exаmple.org", true)]
    [InlineData("awa@xn--exmple-4nf.org", true)]
    [InlineData("awa@example.org", false)]
    [InlineData("koné@example.org", false)]
    [InlineData("иван@example.org", false)]
    [InlineData("иван@пример.рф", false)]
    [InlineData("awa.иван@example.org", false)]
    [InlineData("山田taro@example.jp", false)]
    public void Letters_of_two_scripts_in_one_word_are_noticed(string typed, bool mixed) =>
        Assert.Equal(mixed, EmailAddress.TryParse(typed)!.MixesScripts);

    [Theory]
    [InlineData("аwа@example.org", "awa@example.org")]
    [InlineData("сора@example.org", "copa@example.org")]
    [InlineData("awa@exаmple.org", "awa@example.org")]
    public void What_the_eye_takes_for_the_same_is_found_to_be_alike(string one, string other)
    {
        Assert.NotEqual(EmailAddress.TryParse(one), EmailAddress.TryParse(other));
        Assert.Equal(EmailAddress.TryParse(one)!.LooksLike, EmailAddress.TryParse(other)!.LooksLike);
    }
}
