using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Common;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("CÔTE D’IVOIRE", "cote d ivoire")]
    [InlineData("  Étape\tsuivante ", "etape suivante")]
    [InlineData("load-77@example.org", "load 77 example org")]
    [InlineData("الإِدارة", "الادارة")]
    [InlineData("𠮷田", "𠮷田")]
    [InlineData("'; --", "")]
    public void Folding_leaves_letters_and_digits(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Theory]
    [InlineData("Mara.Kovač@npp.gov.xx", "mara", "kovac", "npp", "gov", "xx")]
    [InlineData("海关总署", "海关总署", "关总署", "总署", "署")]
    [InlineData("𠮷田", "𠮷田", "田")]
    [InlineData("% _ \0")]
    public void What_is_kept_of_a_text(string text, params string[] words) => Assert.Equal(words.Order(StringComparer.Ordinal), SearchWords.Kept([text]).Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_typed_is_looked_for_as_it_is() => Assert.Equal(["总署", "kovac"], SearchWords.Typed(" 总署  Kovač kovac "));

    [Fact]
    public void A_word_is_cut_between_characters()
    {
        var word = new string('a', SearchWords.MaximumLength - 1) + "𠮷b";

        Assert.Equal([new string('a', SearchWords.MaximumLength - 1)], SearchWords.Typed(word));
        Assert.Contains(new string('a', SearchWords.MaximumLength - 1), SearchWords.Kept([word]));
    }

    [Fact]
    public void Half_a_character_and_ten_thousand_words_do_no_harm()
    {
        Assert.Equal(["a", "b"], SearchWords.Typed("a\ud842 b"));
        Assert.InRange(SearchWords.Kept([string.Join(' ', Enumerable.Range(0, 10_000))]).Count, 1, 120);
        Assert.InRange(SearchWords.Typed(string.Join(' ', Enumerable.Range(0, 100))).Count, 1, 8);
    }
}
