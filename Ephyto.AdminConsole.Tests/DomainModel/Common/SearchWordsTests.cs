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
    public void What_is_kept_of_a_text(string text, params string[] words) =>
        Assert.Equal(words.Order(StringComparer.Ordinal), SearchWords.Kept([text]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(null, true)]
    [InlineData("  ", true)]
    [InlineData("dirE 2026", true)]
    [InlineData("ДИРЕК", true)]
    [InlineData("rection", false)]
    [InlineData("direction zoo", false)]
    [InlineData("--", false)]
    public void What_is_read_whole_is_found_by_the_beginning_of_each_word(string? typed, bool isFound) =>
        Assert.Equal(isFound, SearchWords.AreIn(typed, "Direction de l’Étape", null, "EPH-2026-1", "дирекция"));

    [Theory]
    [InlineData(0xE01), InlineData(0xEDF), InlineData(0x1000), InlineData(0x108E), InlineData(0x1780), InlineData(0x17B3),
        InlineData(0x3041), InlineData(0x9FFF)]
    [InlineData(0xFA0E), InlineData(0x1AFF0), InlineData(0x1B167), InlineData(0x20000), InlineData(0x323AF)]
    public void In_scripts_without_spaces_a_word_begins_anywhere(int letter) =>
        Assert.Equal([$"q{Letter(letter)}", Letter(letter)],
            SearchWords.Kept([$"q{Letter(letter)}"]).OrderByDescending(word => word.Length));

    [Theory]
    [InlineData(0xDC6), InlineData(0xF00), InlineData(0xF6C), InlineData(0x10D0), InlineData(0x1772), InlineData(0x1820),
        InlineData(0x2D00), InlineData(0xA000)]
    [InlineData(0xFB00), InlineData(0xD7A3), InlineData(0x16F00), InlineData(0x1BC00), InlineData(0x1E900 + 0x22)]
    public void In_others_only_at_its_beginning(int letter) => Assert.Single(SearchWords.Kept([$"q{Letter(letter)}"]));

    private static string Letter(int number) => char.ConvertFromUtf32(number);

    [Theory]
    [InlineData(0), InlineData(1)]
    public void A_word_of_forty_characters_is_whole(int more)
    {
        var word = new string('a', SearchWords.MaximumLength + more);

        Assert.Equal([new string('a', SearchWords.MaximumLength)], SearchWords.Typed(word));
    }

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
