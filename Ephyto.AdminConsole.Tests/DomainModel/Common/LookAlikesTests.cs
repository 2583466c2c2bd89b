using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Common;

/// <summary>To which script a letter belongs, from the first to the last of each.</summary>
public sealed class LookAlikesTests
{
    private const string Latin = "a";
    private const string Cyrillic = "ж";
    private const string Greek = "ω";
    private const string Other = "ա";

    public static TheoryData<int, string> Letters => new()
    {
        { 'z', Latin }, { 0x24F, Latin }, { 0x1E00, Latin }, { 0x1EFF, Latin },
        { 0x370, Greek }, { 0x3FF, Greek }, { 0x1F00, Greek }, { 0x1FFC, Greek },
        { 0x400, Cyrillic }, { 0x52F, Cyrillic }, { 0x1C80, Cyrillic }, { 0x1C88, Cyrillic }, { 0xA640, Cyrillic }, { 0xA69D, Cyrillic },
        { 0x250, Other }, { 0x2AF, Other }, { 0x531, Other }, { 0x586, Other }, { 0x10A0, Other }, { 0x10FF, Other }, { 0x13A0, Other },
        { 0x13FD, Other },
        { 0x1401, Other }, { 0x167F, Other },
    };

    [Theory]
    [MemberData(nameof(Letters))]
    public void A_letter_mixes_with_those_of_the_other_scripts(int letter, string script)
    {
        foreach (var beside in (string[])[Latin, Cyrillic, Greek, Other])
            Assert.Equal(beside != script, LookAlikes.MixesScripts(beside + char.ConvertFromUtf32(letter)));
    }

    [Theory]
    [InlineData('1'), InlineData(0x2B0), InlineData(0x2EE), InlineData(0x5D0), InlineData(0x1100), InlineData(0x16A0), InlineData(0x1681),
        InlineData(0x1D00), InlineData(0x1DBF)]
    [InlineData(0x2C00), InlineData(0xA62A), InlineData(0xA6A0), InlineData(0x4E00)]
    public void A_letter_of_none_of_them_mixes_with_none(int letter)
    {
        foreach (var beside in (string[])[Latin, Cyrillic, Greek, Other])
            Assert.False(LookAlikes.MixesScripts(beside + char.ConvertFromUtf32(letter)));
    }

    [Fact]
    public void Each_foreign_letter_has_the_latin_one_it_looks_like()
    {
        Assert.Equal("aeopcyxijshqwdglvoaiupkttmbhk", LookAlikes.Latin("аеорсухіјѕһԛԝԁɡӏνοαιυρκτтмвнк"));
        Assert.Equal("жω中", LookAlikes.Latin("жω中"));
    }
}
