using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Tests.DomainModel.Common;

public sealed class TypedNameTests
{
    [Theory]
    [InlineData("You won http://evil.example/claim")]
    [InlineData("evil.example/claim")]
    [InlineData("EVIL.COM")]
    [InlineData("www.evil")]
    [InlineData("ｈｔｔｐ：／／ｅｖｉｌ．ｅｘａｍｐｌｅ")]
    [InlineData("evil。com")]
    [InlineData("evil\u200B.c\u00ADom")]
    [InlineData("еvil.сom")]
    [InlineData("write to claim@evil.org now")]
    [InlineData("mailto: somebody")]
    [InlineData("пример.рф")]
    [InlineData("evil.xn--p1ai")]
    [InlineData("http:⁄⁄evil")]
    [InlineData("evil.co.uk")]
    [InlineData("Win at t.co/abc")]
    [InlineData("x.com/claim")]
    [InlineData("t.me/hubadmin")]
    [InlineData("192.0.2.7/claim")]
    [InlineData("evil.gift")]
    [InlineData("Evil.Zip")]
    [InlineData("evil.photography")]
    [InlineData("evil.com")]
    [InlineData("Evil.Com")]
    [InlineData("evil.ru")]
    [InlineData("Evil.ru")]
    [InlineData("Min.Ag/claim")]
    [InlineData("Ministry www.Min.Ag")]
    public void A_name_leads_nowhere(string name) => Assert.Equal(NameErrors.HoldsWebAddress, TypedName.FaultOf(name));

    [Theory]
    [InlineData("Awa Koné")]
    [InlineData("𠮷")]
    [InlineData("𞤀𞤁")]
    [InlineData("O’Brien-Nguyễn, M.Sc. (Hons.)")]
    [InlineData("S.A.R.L. Végétaux")]
    [InlineData("St.Lucia Plant Health Unit")]
    [InlineData("U.S.A. Dept. of Agriculture")]
    [InlineData("Prof.Dr.Ing. Müller")]
    [InlineData("Мин.СХ и прод.")]
    [InlineData("وزارة الزراعة")]
    [InlineData("กรมวิชาการเกษตร")]
    [InlineData("SENASA")]
    [InlineData("Inspector 3/4")]
    [InlineData("Min.Ag")]
    [InlineData("MIN.AG.")]
    [InlineData("Insp.Ch, Dir.Prod.Veg.")]
    [InlineData("Dept.Ag and Min.Env of Antigua")]
    public void Names_of_every_script_are_names(string name) => Assert.Null(TypedName.FaultOf(name));

    [Theory]
    [InlineData("...")]
    [InlineData("😀")]
    [InlineData("—")]
    public void Signs_are_no_name(string name) => Assert.Equal(NameErrors.NoLetters, TypedName.FaultOf(name));
}
