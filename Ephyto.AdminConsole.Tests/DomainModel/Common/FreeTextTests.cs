using System.Globalization;
using System.Text;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Common;

public sealed class FreeTextTests
{
    [Theory]
    [InlineData("\u202E THE MINISTER CONFIRMS THIS", "THE MINISTER CONFIRMS THIS")]
    [InlineData("Awa\u200B\u2060\u00ADKoné\uFEFF", "AwaKoné")]
    [InlineData("Kone\u0301", "Koné")]
    [InlineData("a\u2066b\u2069c\u200Ed\u061C", "abcd")]
    [InlineData("a\U000E0041\U000E007Fb\uFE0F", "ab")]
    [InlineData("\u0301a", "a")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("ශ්\u200Dරී", "ශ්\u200Dරී")]
    [InlineData("അവന്\u200D", "അവന്\u200D")]
    [InlineData("ab\u200Dcd", "abcd")]
    [InlineData("葛\U000E0100城", "葛\U000E0100城")]
    [InlineData("𞤀𞤁𞤂", "𞤀𞤁𞤂")]
    [InlineData("a\ud842b", "ab")]
    [InlineData("a\r\nb\u2028c\td", "a\nb\nc d")]
    [InlineData("\u0600\u0661", "\u0600\u0661")]
    public void What_cannot_be_seen_goes_and_what_a_script_needs_stays(string typed, string kept) =>
        Assert.Equal(kept, FreeText.Clean(typed));

    [Theory]
    [InlineData("\u3164")]
    [InlineData("\u115F\u1160\uFFA0\u2800")]
    [InlineData("\u200D\u200C")]
    [InlineData("\u00A0\u3000 \t\n")]
    [InlineData("\u0301\u20DD")]
    [InlineData("\uE000")]
    [InlineData("\ud842")]
    [InlineData("\u17B4")]
    public void What_is_blank_is_nothing(string typed) => Assert.Null(FreeText.Clean(typed));

    [Theory]
    [InlineData(" Plateau \u00A0\n  Abidjan\t1 ", "Plateau Abidjan 1", "Plateau\nAbidjan 1")]
    [InlineData("a\u2029b", "a b", "a\nb")]
    public void A_line_is_one_line(string typed, string line, string lines)
    {
        Assert.Equal(line, FreeText.Line(typed));
        Assert.Equal(lines, FreeText.Lines(typed));
    }

    [Fact]
    public void A_text_is_measured_and_cut_in_whole_characters()
    {
        Assert.Equal(3, FreeText.LengthOf("𠮷田𞤀"));
        Assert.Equal("𠮷𠮷", FreeText.Line("𠮷𠮷𠮷", 2));
        Assert.Equal("a", FreeText.Line("ae\u0301\u0323", 2));
        Assert.Equal("ක", FreeText.Line("කශ්\u200Dරී", 3));
        Assert.Equal("na", FreeText.Line("na me", 3));
    }

    [Fact]
    public void A_text_is_too_long_by_one_character_and_a_letter_with_its_marks_is_cut_only_where_nothing_else_is_left()
    {
        Assert.False(FreeText.IsTooLong(" 𠮷𠮷𠮷 ", 3));
        Assert.True(FreeText.IsTooLong("𠮷𠮷𠮷𠮷", 3));
        Assert.Equal("q\u0316\u0316", FreeText.Beginning("q\u0316\u0316\u0316\u0316", 3));
        Assert.Equal("aq\u0316", FreeText.Beginning("aq\u0316b", 3));
        Assert.Equal(("abc", "ab…"), (FreeText.Shortened("abc", 3), FreeText.Shortened("abc", 2)));
    }

    [Fact]
    public void A_tabulator_of_lines_is_hidden_though_it_is_a_blank() => Assert.True(FreeText.HidesSomething("a\u000Bb"));

    [Fact]
    public void Marks_do_not_cover_the_lines_around()
    {
        var marks = new string('\u0316', 60_000) + new string('\u0300', 30_000);

        Assert.InRange(FreeText.Clean($"Z{marks}", int.MaxValue)!.Length, 1, 9);
    }

    [Fact]
    public void Whatever_is_typed_comes_out_seen_and_the_same_when_cleaned_again()
    {
        foreach (var typed in RandomText.Samples(20_000))
        {
            foreach (var clean in new Func<string?, int, string?>[] { FreeText.Clean, FreeText.Line, FreeText.Lines })
            {
                foreach (var maximum in new[] { 5, 2000 })
                {
                    if (clean(typed, maximum) is not { } kept) continue;
                    Assert.True(IsShown(kept), Escaped(typed));
                    Assert.True(clean(kept, maximum) == kept, Escaped(typed));
                    Assert.True(FreeText.LengthOf(kept) <= maximum, Escaped(typed));
                    Assert.False(FreeText.HidesSomething(kept), Escaped(typed));
                }
            }

            _ = (TypedName.FaultOf(typed), FoldedText.Of(typed), SearchWords.Kept([typed]), SearchWords.Typed(typed));
        }
    }

    [Fact]
    public void Whatever_is_typed_as_an_address_is_none_or_has_one_form()
    {
        foreach (var typed in RandomText.Samples(20_000)
            .SelectMany(text => new[] { text, $"{text}@example.org", $"awa@{text}.org", $"a{text}w@exa{text}mple.org" }))
        {
            if (EmailAddress.TryParse(typed) is not { } address) continue;
            Assert.True(IsShown(address.Value), Escaped(typed));
            Assert.True(EmailAddress.TryParse(address.Value) == address, Escaped(typed));
            Assert.True(EmailAddress.TryParse(address.Value.ToUpperInvariant())?.Value.Length > 0, Escaped(typed));
            _ = (address.Masked(), address.MixesScripts, address.LooksLike);
        }
    }

    /// <summary>Normal form, nothing unseen, at least one thing seen, no half character.</summary>
    private static bool IsShown(string text) =>
        text.IsNormalized(NormalizationForm.FormC) && text == text.Trim() && !text.EnumerateRunes().Contains(Rune.ReplacementChar)
        && text.EnumerateRunes().All(rune => rune.Value is '\n' or 0x200C or 0x200D or 0x180E || Rune.GetUnicodeCategory(rune) is not
            (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator)
            && !(Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
                && rune.Value is not (>= 0x600 and <= 0x605 or 0x6DD or 0x70F or 0x890 or 0x891 or 0x8E2 or 0x110BD or 0x110CD)))
        && text.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.Format);

    private static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:X4}"));
}
