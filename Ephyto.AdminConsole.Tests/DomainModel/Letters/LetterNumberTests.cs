using Ephyto.Domain.Letters;

namespace Ephyto.AdminConsole.Tests.DomainModel.Letters;

/// <summary>What is typed from a letter, and what is printed on it.</summary>
public sealed class LetterNumberTests
{
    [Theory]
    [InlineData(2026, 1, "EPH-2026-0001")]
    [InlineData(2031, 12345, "EPH-2031-12345")]
    public void A_number_is_written_with_its_year(int year, int ordinal, string written) =>
        Assert.Equal(written, new LetterNumber(year, ordinal).ToString());

    [Theory]
    [InlineData("EPH-2026-0001", 2026, 1)]
    [InlineData("  eph 2026 0042 ", 2026, 42)]
    [InlineData("EPH–2026–0007", 2026, 7)]
    public void What_people_type_is_understood(string typed, int year, int ordinal) =>
        Assert.Equal(new LetterNumber(year, ordinal), LetterNumber.TryParse(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EPH-2026-1")]
    [InlineData("EPH-2026-999999999999999999999")]
    [InlineData("EPH-٢٠٢٦-0001")]
    [InlineData("EPH-2026-0001' OR 1=1")]
    public void Anything_else_is_no_number(string? typed) => Assert.Null(LetterNumber.TryParse(typed));

    [Fact]
    public void A_code_is_long_and_never_the_same()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => VerificationCode.New()).ToList();

        Assert.Equal(1000, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal((VerificationCode.Length, code), (code.Length, VerificationCode.Read(code))));
        Assert.Equal("ABCD-EFGH", VerificationCode.Grouped("ABCDEFGH"));
    }

    [Theory]
    [InlineData("abcd-efgh", "ABCDEFGH")]
    [InlineData(" OIL0 1234 ", "01101234")]
    [InlineData("ABCDEFG", null)]
    [InlineData("ABCD-EFGU", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? read) => Assert.Equal(read, VerificationCode.Read(typed));

    [Fact]
    public void A_code_longer_than_a_code_is_none()
    {
        Assert.Null(VerificationCode.Read(new string('A', VerificationCode.Length + 1)));
        Assert.Null(VerificationCode.Read(new string('-', 10_000) + "ABCDEFGH"));
        Assert.Equal("ABCDEFGH", VerificationCode.Read(new string('-', (4 * VerificationCode.Length) - 8) + "ABCDEFGH"));
        Assert.Null(VerificationCode.Read(new string('-', (4 * VerificationCode.Length) - 7) + "ABCDEFGH"));
    }
}
