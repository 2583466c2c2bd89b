using Ephyto.AdminConsole.Features.Registrations.Register;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public sealed class RegisterCleaningTests
{
    [Theory]
    [InlineData("  Awa \t Koné ", "Awa Koné")]
    [InlineData("Awa\r\nBcc: other@example.org", "Awa Bcc: other@example.org")]
    [InlineData("A\0w\u0007a\u001b[31m", "Awa[31m")]
    [InlineData("\u202Eecnarf\u202C", "ecnarf")]
    [InlineData("\u2066hidden\u2069\u200B\uFEFF", "hidden")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("مديرية وقاية النبات", "مديرية وقاية النبات")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    [InlineData("植物保护局", "植物保护局")]
    public void One_line_stays_one_line_and_hides_nothing(string typed, string kept) =>
        Assert.Equal(kept, RegisterCleaning.Clean(RegisterField.FamilyName, typed));

    [Fact]
    public void Half_a_character_is_left_out() => Assert.Equal("ab", RegisterCleaning.Clean(RegisterField.FamilyName, "a\uD83Db"));

    [Fact]
    public void An_address_keeps_its_lines() =>
        Assert.Equal("BP V 7\nPlateau\nAbidjan", RegisterCleaning.Clean(RegisterField.Address, " BP V  7\r\nPlateau\r Abidjan\n\n"));

    [Theory]
    [InlineData(RegisterField.Email, " Awa.Kone@Example.ORG", "awa.kone@example.org")]
    [InlineData(RegisterField.Email, "awa@", "awa@")]
    [InlineData(RegisterField.Website, "www.example.org", "https://www.example.org")]
    [InlineData(RegisterField.Website, "http://example.org", "http://example.org")]
    [InlineData(RegisterField.Website, "", "")]
    [InlineData(RegisterField.Website, "dpv gouv ci", "dpv gouv ci")]
    [InlineData(RegisterField.Website, "none", "none")]
    [InlineData(RegisterField.Phone, "00225 27 20", "+225 27 20")]
    [InlineData(RegisterField.Phone, "+٢٢٥ ٢٧", "+225 27")]
    [InlineData(RegisterField.Phone, "+\U0001E952\U0001E952\U0001E955 27", "+225 27")]
    public void An_answer_is_brought_into_its_form(RegisterField field, string typed, string kept) =>
        Assert.Equal(kept, RegisterCleaning.Clean(field, typed));

    [Fact]
    public void What_is_typed_stays_whole_however_long_and_only_choices_are_cut()
    {
        var form = new RegisterForm { [RegisterField.Address] = new string('x', 30_000),
            [RegisterField.Country] = new string('x', 30_000) };
        Assert.Equal(30_000, form[RegisterField.Address].Length);
        Assert.Equal(30_000, RegisterCleaning.Clean(RegisterField.Address, form[RegisterField.Address]).Length);
        Assert.Equal(100, form[RegisterField.Country].Length);
    }
}
