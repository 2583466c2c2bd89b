using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Common;

/// <summary>
/// Where each script begins and ends for what may stand unseen in a text. Characters by their number, because many look like nothing.
/// </summary>
public sealed class TypedRunesTests
{
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;

    [Theory]
    [InlineData(0x620), InlineData(0x6D5), InlineData(0x8C7), InlineData(0x904), InlineData(0xD7F), InlineData(0xDC6), InlineData(0xF00),
        InlineData(0x108E)]
    [InlineData(0x1700), InlineData(0x18AA), InlineData(0x1900), InlineData(0x1C4F), InlineData(0xA800), InlineData(0xABC0),
        InlineData(0xFB50), InlineData(0xFDFB)]
    [InlineData(0xFE70), InlineData(0xFEFC), InlineData(0x10A00), InlineData(0x11FB0), InlineData(0x1E900), InlineData(0x1E943)]
    public void Between_letters_that_change_with_their_neighbour_a_joiner_stays(int letter)
    {
        Assert.Equal(Text(letter, Joiner, letter), Clean(letter, Joiner, letter));
        Assert.Equal(Text(letter, NonJoiner, letter), Clean(letter, NonJoiner, letter));
        Assert.Equal(Text(letter), Clean(letter, Joiner));
        Assert.Equal(Text(letter, 'a'), Clean(letter, Joiner, 'a'));
        Assert.Equal(Text('a', letter), Clean('a', Joiner, letter));
    }

    [Theory]
    [InlineData(0x5EA), InlineData(0xE01), InlineData(0xEDF), InlineData(0x10A0), InlineData(0x16F8), InlineData(0x18B0),
        InlineData(0x18F5), InlineData(0x1C5A), InlineData(0xA7FF)]
    [InlineData(0xAC00), InlineData(0xFB4F), InlineData(0xFF21), InlineData(0x109BF), InlineData(0x12000), InlineData(0x1E8C4),
        InlineData(0x1EC71), InlineData(0x661), InlineData(0x964)]
    public void Between_others_it_goes(int letter) => Assert.Equal(Text(letter, letter), Clean(letter, Joiner, letter));

    [Theory]
    [InlineData(0x628, 0x8FF), InlineData(0x915, 0x900), InlineData(0x915, 0x93E)]
    public void A_mark_joins_like_the_letter_it_stands_on(int letter, int mark) =>
        Assert.Equal(Text(letter, mark, Joiner, letter), Clean(letter, mark, Joiner, letter));

    [Fact]
    public void A_consonant_of_malayalam_without_vowel_ends_with_a_joiner_and_with_nothing_else()
    {
        Assert.Equal(Text(0xD28, 0xD4D, Joiner), Clean(0xD28, 0xD4D, Joiner));
        Assert.Equal(Text(0xD28, 0xD4D), Clean(0xD28, 0xD4D, NonJoiner));
        Assert.Equal(Text(0x915, 0x94D), Clean(0x915, 0x94D, Joiner));
        Assert.Equal("a", Clean(Joiner, 'a'));
    }

    [Theory]
    [InlineData(0x3400, true), InlineData(0x4DBF, true), InlineData(0x4E00, true), InlineData(0x9FFF, true), InlineData(0xFA0E, true),
        InlineData(0x20000, true), InlineData(0x323AF, true)]
    [InlineData(0x33FF, false), InlineData(0x4DC0, false), InlineData(0x4DFF, false), InlineData(0xA000, false), InlineData(0xFB00, false),
        InlineData(0x1F600, false), InlineData('a', false)]
    public void Only_chinese_characters_have_variants(int bearer, bool stays)
    {
        foreach (var variant in (int[])[0xFE00, 0xFE0F, 0xE0100, 0xE01EF])
            Assert.Equal(stays ? Text(bearer, variant) : Text(bearer), Clean(bearer, variant));
    }

    [Theory]
    [InlineData(0x1820, true), InlineData(0x18AA, true), InlineData(0x1819, false), InlineData(0x18B0, false), InlineData(0x4E00, false)]
    public void Mongolian_has_its_own_variants_and_its_own_gap(int letter, bool stays)
    {
        foreach (var variant in (int[])[0x180B, 0x180D, 0x180F])
            Assert.Equal(stays ? Text(letter, variant) : Text(letter), Clean(letter, variant));
        Assert.Equal(stays ? Text(0x1821, 0x180E, letter) : Text(0x1821, letter), Clean(0x1821, 0x180E, letter));
        Assert.Equal(stays ? Text(letter, 0x180E, 0x1821) : Text(letter, 0x1821), Clean(letter, 0x180E, 0x1821));
        Assert.Equal(Text(letter), Clean(letter, 0x180E));
        Assert.Equal(Text(letter), Clean(0x180E, letter));
        Assert.Equal(Text(letter), Clean(letter, 0xFE00).Replace("\uFE00", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0x600), InlineData(0x605), InlineData(0x6DD), InlineData(0x70F), InlineData(0x890), InlineData(0x891), InlineData(0x8E2),
        InlineData(0x110BD), InlineData(0x110CD)]
    public void A_sign_that_is_drawn_around_numbers_stays(int sign)
    {
        Assert.Equal(Text('a', sign, 'b'), Clean('a', sign, 'b'));
        Assert.False(FreeText.HidesSomething(Text('a', sign, 'b')));
    }

    [Theory]
    [InlineData(0x115F), InlineData(0x1160), InlineData(0x3164), InlineData(0xFFA0), InlineData(0x2800), InlineData(0x1D159),
        InlineData(0xFFFC), InlineData(0xFFFD), InlineData(0x61C)]
    [InlineData(0x34F), InlineData(0x17B4), InlineData(0x17B5), InlineData(0x16FE4), InlineData(0xE000), InlineData(0x378),
        InlineData(0x7F), InlineData(0x2066), InlineData(0xAD)]
    public void What_is_never_drawn_goes(int unseen)
    {
        Assert.Equal("ab", Clean('a', unseen, 'b'));
        Assert.True(FreeText.HidesSomething(Text('a', unseen, 'b')));
    }

    [Fact]
    public void What_stayed_for_the_sake_of_what_goes_itself_goes_too() => Assert.Equal(Text(0x628), Clean(0x628, Joiner, 0x180B));

    [Fact]
    public void A_letter_bears_eight_marks()
    {
        var most = new string('\u0316', 8);

        Assert.Equal($"q{most}", FreeText.Clean($"q{most}"));
        Assert.Equal($"q{most}", FreeText.Clean($"q{most}\u0316"));
        Assert.Equal($"q{most}w{most}", FreeText.Clean($"q{most}w{most}"));
        Assert.Equal("a b", FreeText.Clean("a \u0316b"));
    }

    [Theory]
    [InlineData("a\u00A0b", "a\u00A0b")]
    [InlineData("a\u202Fb", "a\u202Fb")]
    [InlineData("a\u3000b", "a b")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\u0001~ b", "a~ b")]
    public void A_blank_is_one_of_three(string typed, string kept) => Assert.Equal(kept, FreeText.Clean(typed));

    private static string Clean(params int[] runes) => FreeText.Clean(Text(runes))!;

    private static string Text(params int[] runes) => string.Concat(runes.Select(char.ConvertFromUtf32));
}
